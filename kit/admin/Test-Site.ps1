<#
.SYNOPSIS
配信サーバーと、この端末の設定を調べ、結果を表にします。何も変えません。

.DESCRIPTION
キットの SHA256SUMS にある site フォルダーのファイルを一つずつ取得し、内容が一致するか、種類（Content-Type）と
ヘッダーが正しいかを調べます。続けて、カタログの登録とポリシーを読みます。ブックは開きません。

.PARAMETER BaseUrl
taskpane.html の入っているフォルダーのアドレス。

.PARAMETER KitPath
キットを展開したフォルダー。指定しなければ、このスクリプトの一つ上です。

.EXAMPLE
.\Test-Site.ps1 -BaseUrl https://apps.example.lg.jp/shinchoku | Format-Table -AutoSize -Wrap
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string]$BaseUrl,

    [string]$KitPath = (Split-Path -Path $PSScriptRoot -Parent)
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
# 進みぐあいの表示は、5.1 では取得をとても遅くする。
$ProgressPreference = 'SilentlyContinue'
[System.Net.ServicePointManager]::SecurityProtocol = [System.Net.SecurityProtocolType]::Tls12

$base = $BaseUrl.TrimEnd('/') + '/'
if (-not $base.StartsWith('https://')) {
    throw "「$BaseUrl」は https:// で始まっていません。"
}

function New-Line {
    param([string]$Result, [string]$Target, [string]$Detail)
    New-Object -TypeName psobject -Property @{ '結果' = $Result; '調べたもの' = $Target; '内容' = $Detail } |
        Select-Object -Property '結果', '調べたもの', '内容'
}

$types = @{
    '.html' = 'text/html'; '.css' = 'text/css'; '.js' = 'javascript'
    '.json' = 'application/json'; '.png' = 'image/png'; '.txt' = 'text/plain'
}
$sha = [System.Security.Cryptography.SHA256]::Create()
$sums = [System.IO.File]::ReadAllLines((Join-Path -Path $KitPath -ChildPath 'SHA256SUMS'), [System.Text.Encoding]::UTF8)
$headers = $null

foreach ($line in $sums) {
    $parts = [regex]::Match($line, '^([0-9a-f]{64})  site/(.+)$')
    # web.config は IIS が配らない。
    if (-not $parts.Success -or $parts.Groups[2].Value -eq 'web.config') {
        continue
    }
    $path = $parts.Groups[2].Value
    try {
        $answer = Invoke-WebRequest -Uri ($base + $path) -UseBasicParsing
    }
    catch {
        New-Line -Result '不可' -Target $path -Detail $_.Exception.Message
        continue
    }
    $bytes = $answer.RawContentStream.ToArray()
    $hash = -join ($sha.ComputeHash($bytes) | ForEach-Object { $_.ToString('x2') })
    $type = [string]$answer.Headers['Content-Type']
    $wanted = $types[[System.IO.Path]::GetExtension($path)]
    if ($hash -ne $parts.Groups[1].Value) {
        New-Line -Result '不可' -Target $path -Detail '内容がキットと違います'
    }
    elseif ($null -ne $wanted -and $type -notmatch [regex]::Escape($wanted)) {
        New-Line -Result '不可' -Target $path -Detail "種類が「$type」です"
    }
    else {
        New-Line -Result 'よい' -Target $path -Detail $type
    }
    if ($path -eq 'taskpane.html') {
        $headers = $answer.Headers
    }
}

if ($null -ne $headers) {
    foreach ($name in 'Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy') {
        if ($headers.ContainsKey($name)) {
            New-Line -Result 'よい' -Target $name -Detail ([string]$headers[$name])
        }
        else {
            New-Line -Result '注意' -Target $name -Detail '応答にありません'
        }
    }
    if ($headers.ContainsKey('X-Frame-Options')) {
        New-Line -Result '注意' -Target 'X-Frame-Options' -Detail 'Excel が画面を開けないことがあるため、外してください'
    }
}

$catalogs = 'HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs'
if (Test-Path -LiteralPath $catalogs) {
    $keys = @(Get-ChildItem -LiteralPath $catalogs)
    foreach ($key in $keys) {
        New-Line -Result '情報' -Target 'カタログ' -Detail "$($key.GetValue('Url'))（$($key.PSChildName)）"
    }
    if ($keys.Count -gt 1) {
        New-Line -Result '注意' -Target 'カタログ' -Detail '二つ以上あります。起動時に設定が消えることがあるため、一つにまとめてください'
    }
}
else {
    New-Line -Result '情報' -Target 'カタログ' -Detail 'この利用者には登録がありません'
}

$policyKeys = 'HKCU:\Software\Policies\Microsoft\Office\16.0\WEF\TrustedCatalogs', 'HKCU:\Software\Policies\Microsoft\Office\16.0\Common\Privacy'
foreach ($policyKey in $policyKeys) {
    if (-not (Test-Path -LiteralPath $policyKey)) {
        continue
    }
    $properties = Get-ItemProperty -LiteralPath $policyKey
    foreach ($property in $properties.PSObject.Properties) {
        if ($property.Name -notmatch '^PS') {
            New-Line -Result '情報' -Target 'ポリシー' -Detail "$($property.Name) = $($property.Value)"
        }
    }
}
