<#
.SYNOPSIS
Install-Catalog.ps1 が登録したカタログだけを取り除きます。

.DESCRIPTION
ほかのカタログには触れません。登録がなければ何もしません。Excel を終了させることはありません。

.PARAMETER ClearCache
Office がこの利用者のために取っておいたアドインの写し（キャッシュ）も消します。Office のアプリがすべて閉じている
ときだけ消します。進捗点検のほかのアドインの写しも消えますが、次に開いたときに作り直されます。

.EXAMPLE
.\Remove-Catalog.ps1 -WhatIf

.EXAMPLE
.\Remove-Catalog.ps1 -ClearCache
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [switch]$ClearCache
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$catalogId = '{7b1b2f0e-3f64-4a53-9f0e-6f1f7a2d5c9b}'
$key = "HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\$catalogId"
$cache = Join-Path -Path $env:LOCALAPPDATA -ChildPath 'Microsoft\Office\16.0\Wef'

if (Test-Path -LiteralPath $key) {
    if ($PSCmdlet.ShouldProcess($key, 'カタログの登録を取り除く')) {
        Remove-Item -LiteralPath $key -Recurse
        Write-Output 'カタログの登録を取り除きました。'
    }
}
else {
    Write-Output '進捗点検のカタログは登録されていません。何も変えませんでした。'
}

if ($ClearCache) {
    $open = @(Get-Process -Name 'EXCEL', 'WINWORD', 'POWERPNT', 'OUTLOOK' -ErrorAction SilentlyContinue)
    if ($open.Count -gt 0) {
        $names = ($open | ForEach-Object { $_.ProcessName } | Sort-Object -Unique) -join '、'
        Write-Warning -Message "Office のアプリ（$names）が開いているため、キャッシュは消しませんでした。保存してすべて閉じてから、もう一度実行してください。"
    }
    elseif (Test-Path -LiteralPath $cache) {
        if ($PSCmdlet.ShouldProcess($cache, 'アドインのキャッシュを消す')) {
            Remove-Item -LiteralPath $cache -Recurse -Force
            Write-Output 'アドインのキャッシュを消しました。'
        }
    }
    else {
        Write-Output 'アドインのキャッシュはありません。'
    }
}
