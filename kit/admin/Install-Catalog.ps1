<#
.SYNOPSIS
この利用者の Excel に、マニフェストを置いた共有フォルダーを「信頼できるアドイン カタログ」として登録します。

.DESCRIPTION
利用者ごとの設定（HKEY_CURRENT_USER）だけを書きます。管理者の権限は要りません。何度実行しても結果は同じです。
ほかのカタログがすでに登録されているときは、何も書きません。カタログの登録が二つになると、Excel の起動時に
設定がすべて消えるという報告があるためです。そのときは、登録済みの共有フォルダーにマニフェストを置いてください。
Excel を終了させることはありません。

.PARAMETER SharePath
マニフェストを置いた共有フォルダー（例 \\fs01\OfficeAddins）。ファイルではなくフォルダーです。

.EXAMPLE
.\Install-Catalog.ps1 -SharePath \\fs01\OfficeAddins -WhatIf
何が書かれるかだけを表示します。

.EXAMPLE
.\Install-Catalog.ps1 -SharePath \\fs01\OfficeAddins
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string]$SharePath
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$catalogId = '{7b1b2f0e-3f64-4a53-9f0e-6f1f7a2d5c9b}'
$catalogs = 'HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs'
$policies = 'HKCU:\Software\Policies\Microsoft\Office\16.0\WEF\TrustedCatalogs'
$addinId = '5d0c3f5e-7c0b-4b43-9a54-3f7a1f2c86d1'

$share = $SharePath.TrimEnd('\')
if ($share -notmatch '^\\\\[^\\/]+\\[^\\/]') {
    throw "「$SharePath」は共有フォルダーの名前ではありません。\\サーバー名\共有名 の形で書いてください。"
}
if ($share -match '\.xml$') {
    throw "「$SharePath」はファイルです。マニフェストの入っているフォルダーを書いてください。"
}

# 二つ目のカタログを作らないために、先に、いまあるものを見る。
$existing = @()
if (Test-Path -LiteralPath $catalogs) {
    $existing = @(Get-ChildItem -LiteralPath $catalogs | ForEach-Object {
            New-Object -TypeName psobject -Property @{
                Name = $_.PSChildName
                Url  = [string]$_.GetValue('Url')
                Flags = $_.GetValue('Flags')
            }
        })
}
$others = @($existing | Where-Object -FilterScript { $_.Name -ne $catalogId })
$same = @($others | Where-Object -FilterScript { $_.Url.TrimEnd('\') -eq $share })

if ($same.Count -gt 0) {
    Write-Output "「$share」は、すでに別の名前のカタログとして登録されています。何も書きませんでした。"
    if ($same[0].Flags -ne 1) {
        Write-Warning -Message 'ただし、メニューに表示する設定（Flags）が 1 ではありません。［トラスト センター］で「メニューに表示する」を選んでください。'
    }
    return
}
if ($others.Count -gt 0) {
    $urls = ($others | ForEach-Object { $_.Url }) -join '、'
    throw "ほかのカタログ（$urls）が登録されているため、何も書きませんでした。カタログを二つにすると、設定が消えることがあります。マニフェストを、その共有フォルダーに置いてください。"
}
if (Test-Path -LiteralPath $policies) {
    Write-Warning -Message 'グループ ポリシーでカタログが決められています。この登録が無視されることがあります。ポリシーの内容を確かめてください。'
}
if (-not (Test-Path -LiteralPath $share)) {
    throw "共有フォルダー「$share」が開けないため、何も書きませんでした。名前と、読み取りの権限を確かめてください。"
}
$manifests = @(Get-ChildItem -LiteralPath $share -Filter '*.xml' | Where-Object -FilterScript {
        [System.IO.File]::ReadAllText($_.FullName).Contains("<Id>$addinId</Id>")
    })
if ($manifests.Count -eq 0) {
    Write-Warning -Message "「$share」に、進捗点検のマニフェストがまだありません。New-Manifest.ps1 で作って置いてください。"
}

$key = Join-Path -Path $catalogs -ChildPath $catalogId
$current = @($existing | Where-Object -FilterScript { $_.Name -eq $catalogId })
if ($current.Count -gt 0 -and $current[0].Url -eq $share -and $current[0].Flags -eq 1) {
    Write-Output "「$share」は登録済みです。何も変えませんでした。"
    return
}
if ($PSCmdlet.ShouldProcess($key, "「$share」をカタログとして登録する")) {
    if (-not (Test-Path -LiteralPath $catalogs)) {
        $null = New-Item -Path $catalogs -Force
    }
    if (-not (Test-Path -LiteralPath $key)) {
        $null = New-Item -Path $key
    }
    $null = New-ItemProperty -LiteralPath $key -Name 'Id' -Value $catalogId -PropertyType String -Force
    $null = New-ItemProperty -LiteralPath $key -Name 'Url' -Value $share -PropertyType String -Force
    $null = New-ItemProperty -LiteralPath $key -Name 'Flags' -Value 1 -PropertyType DWord -Force
    Write-Output "「$share」を登録しました。"
    Write-Output 'Excel が開いているときは、保存してからすべて閉じて、開き直してください。'
    Write-Output 'そのあと、［ホーム］の［アドイン］から［詳細］を選び、［共有フォルダー］の「進捗点検」を追加します。'
}
