// Configurations of web servers, with the headers said in security-headers.mjs.
import { CACHE, HEADERS } from "./security-headers.mjs";

const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** For IIS: lies in the site's folder, and works in an application below another site too. */
export function webConfig() {
  const headers = Object.entries(HEADERS).flatMap(([name, value]) => [
    `        <remove name="${name}" />`,
    `        <add name="${name}" value="${attribute(value)}" />`,
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 進捗点検 の配信の設定（IIS）。静的なファイルだけを配ります。プログラムは動かしません。 -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="false" />
    <urlCompression doStaticCompression="true" />
    <staticContent>
      <remove fileExtension=".js" />
      <mimeMap fileExtension=".js" mimeType="text/javascript" />
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <!-- 画面は毎回確かめ直す。新しい版がすぐに届く。 -->
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${headers.join("\n")}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <!-- 名前に内容のしるしが入ったファイル。中身は変わらないので、長く使い回してよい。 -->
  <location path="app">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}

/** For nginx: one server block, to be put into conf.d. */
export function nginxConfig() {
  const headers = Object.entries(HEADERS).map(([name, value]) => `    add_header ${name} "${value}" always;`);
  return `# 進捗点検 の配信の設定の例（nginx）。静的なファイルだけを配ります。
# 「★」の四か所を、実際の名前と場所に書き換えてください。
map $uri $shinchoku_cache {
    default                "${CACHE.rest}";
    ~/app/[^/]+\\.(js|css)$  "${CACHE.app}";
}

server {
    listen 443 ssl;
    server_name apps.example.lg.jp;                        # ★ サーバーの名前
    ssl_certificate     /etc/nginx/ssl/apps.example.crt;   # ★ 庁内の認証局が出した証明書
    ssl_certificate_key /etc/nginx/ssl/apps.example.key;   # ★ その秘密鍵

    location /shinchoku/ {
        alias /var/www/shinchoku/;                         # ★ site フォルダーの中身を置いた場所
        types { text/javascript js; application/json json; text/html html; text/css css; image/png png; text/plain txt; }
        charset utf-8;
        charset_types text/css text/javascript application/json text/plain;
        autoindex off;
        gzip on;
        gzip_types text/css text/javascript application/json;
    }

    add_header Cache-Control $shinchoku_cache always;
${headers.join("\n")}
}
`;
}
