<#
.SYNOPSIS
配るサーバーのアドレスに合わせて、進捗点検のマニフェスト（manifest.xml）を作ります。

.DESCRIPTION
識別番号（Id）は変えません。同じ名前のマニフェストがすでにあれば、版の末尾の数をそれより一つ大きくします。
Excel は版が変わらないと前の内容を使い続けるため、アドレスを変えたときは必ずこのスクリプトで作り直してください。

.PARAMETER BaseUrl
taskpane.html の入っているフォルダーのアドレス。https:// から始めます。

.PARAMETER OutFile
書き出すファイル。指定しなければ、このスクリプトの一つ上のフォルダーの manifest.xml です。

.PARAMETER Version
版を自分で決めるときに指定します（例 1.1.0.3）。ふだんは要りません。

.EXAMPLE
.\New-Manifest.ps1 -BaseUrl https://apps.example.lg.jp/shinchoku
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string]$BaseUrl,

    [string]$OutFile = (Join-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -ChildPath 'manifest.xml'),

    [string]$Version
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$addinId = '5d0c3f5e-7c0b-4b43-9a54-3f7a1f2c86d1'
$placeholder = 'https://localhost:3000/'
$template = Join-Path -Path $PSScriptRoot -ChildPath 'manifest-template.xml'

$uri = $null
if (-not [System.Uri]::TryCreate($BaseUrl, [System.UriKind]::Absolute, [ref]$uri)) {
    throw "「$BaseUrl」は、アドレスとして読めません。https:// から始めて書いてください。"
}
if ($uri.Scheme -ne 'https') {
    throw "「$BaseUrl」は https:// で始まっていません。Excel は https のアドレスだけを開きます。"
}
if ($uri.UserInfo -ne '') {
    throw 'アドレスに利用者名やパスワードを含めないでください。'
}
if ($uri.Query -ne '' -or $uri.Fragment -ne '') {
    throw "「$BaseUrl」の「?」や「#」から後ろを取り除いてください。"
}
if ($uri.AbsolutePath -match '\.(html?|xml|aspx)$') {
    throw "「$BaseUrl」はファイルを指しています。taskpane.html の入っているフォルダーのアドレスを書いてください。"
}
$base = $uri.AbsoluteUri
if (-not $base.EndsWith('/')) {
    $base = $base + '/'
}

$source = [System.IO.File]::ReadAllText($template, [System.Text.Encoding]::UTF8)
$pattern = '<Version>(\d+\.\d+\.\d+\.)(\d+)</Version>'
$own = [regex]::Match($source, $pattern)
$prefix = $own.Groups[1].Value
$revision = [int]$own.Groups[2].Value
$outPath = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutFile)

if (Test-Path -LiteralPath $outPath) {
    $previous = [System.IO.File]::ReadAllText($outPath, [System.Text.Encoding]::UTF8)
    if (-not $previous.Contains("<Id>$addinId</Id>")) {
        throw "「$outPath」は進捗点検のマニフェストではないため、書き換えませんでした。"
    }
    $before = [regex]::Match($previous, $pattern)
    if ($before.Success -and $before.Groups[1].Value -eq $prefix) {
        $revision = [int]$before.Groups[2].Value + 1
    }
}
$newVersion = $prefix + $revision
if ($Version -ne '') {
    if ($Version -notmatch '^\d+\.\d+\.\d+\.\d+$' -or -not $Version.StartsWith($prefix)) {
        throw "版「$Version」は、初めの三つの数を「$prefix」として、四つの数で書いてください。"
    }
    if ([int]($Version.Substring($prefix.Length)) -lt $revision) {
        throw "版「$Version」は、いまのマニフェストの版より大きくしてください（$newVersion 以上）。同じか小さいと、Excel は前の内容を使い続けます。"
    }
    $newVersion = $Version
}

$made = $source.Replace($placeholder, $base)
$made = [regex]::Replace($made, $pattern, "<Version>$newVersion</Version>")
# XML として読めることを確かめてから書く。
$null = [xml]$made

if ($PSCmdlet.ShouldProcess($outPath, "マニフェストを書き出す（版 $newVersion）")) {
    [System.IO.File]::WriteAllText($outPath, $made, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    Write-Output "マニフェストを書き出しました: $outPath"
    Write-Output "版: $newVersion"
    Write-Output "アドレス: $base"
}
