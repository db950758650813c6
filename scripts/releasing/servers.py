"""The files for hosts, all from ``policies.py``: what nginx, Caddy and Apache are told, and two that lie in a copy.

In each, the copy may stand at the root of the host or below any path.
"""

import tomllib
from pathlib import Path

from scripts.guide.policies import FRESH, HASHED_NAME, KEPT, NOT_STORED, QUESTIONS, SECURITY_HEADERS, TYPES

LINES = Path(__file__).with_name("lines.toml")
IN_CADDY = """# The guide on Caddy, which brings its own certificate. The whole Caddyfile of a host with nothing else:
#
#     example.org {
#         root * /var/www/guide/ready
#         import /var/www/guide/servers/Caddyfile ""
#     }
#
# Below a path, such as https://example.org/a/b/, the copy lies in /var/www/html/a/b, and you write:
#
#     example.org {
#         root * /var/www/html
#         import /var/www/guide/servers/Caddyfile "/a/b"
#     }
#
# Caddy keeps no access log where you do not ask for one.
"""
IN_APACHE = """# The guide on Apache (a2enmod headers rewrite). In your site, which has its address and certificate:
#
#     DocumentRoot /var/www/guide/ready
#     <Directory /var/www/guide/ready>
#         Require all granted
#         Include /var/www/guide/servers/apache.conf
#     </Directory>
#
# Below a path, such as https://example.org/a/b/, the copy lies in /var/www/html/a/b, and you write:
#
#     Define GUIDE /a/b
#     DocumentRoot /var/www/html
#     <Directory /var/www/html/a/b>
#         Require all granted
#         Include /var/www/guide/servers/apache.conf
#     </Directory>
#
# Apache keeps its access log unless you take out the line CustomLog of your site.
"""
LOST = "\nErrorDocument 404 /404.html\n"
LOST_BELOW_A_PATH = f"""
<IfDefine GUIDE>
    ErrorDocument 404 ${{GUIDE}}/404.html
</IfDefine>
<IfDefine !GUIDE>{LOST.replace("Err", "    Err")}</IfDefine>
"""
IN_THE_COPY = """# The guide on a host with Apache that is not yours: this file lies in the copy, beside index.html.
# Below a path, such as https://example.org/a/b/, write that path before /404.html: /a/b/404.html.
# It cannot turn the host's access log off.
"""
NAMED = {
    "HASHED_NAME": HASHED_NAME,
    "FRESH": FRESH,
    "KEPT": KEPT,
    "NOT_STORED": NOT_STORED,
    "QUESTIONS": QUESTIONS,
}
"""What lines.toml calls by a name."""


def files() -> dict[str, bytes]:
    """Every file of ``servers/`` by name."""
    made = {
        "nginx.conf": nginx(),
        "Caddyfile": caddy(),
        "apache.conf": IN_APACHE + LOST_BELOW_A_PATH + apache(),
        ".htaccess": IN_THE_COPY + LOST + apache(),
        "_headers": headers_file(),
    }
    return {name: text.encode() for name, text in made.items()}


def lines() -> dict[str, dict[str, str]]:
    """For each fault of a host, the line to add by server."""
    text = LINES.read_text("utf-8")
    for name, value in NAMED.items():
        text = text.replace(name, value)
    return tomllib.loads(text)


def nginx() -> str:
    """To be included in a `server`, or in a `location` of one."""
    types = "\n".join(f"    {kind.partition(';')[0]} {ending};" for ending, kind in TYPES.items())
    headers = "\n".join(f'add_header {name} "{value}" always;' for name, value in SECURITY_HEADERS.items())
    in_utf_8 = " ".join(
        sorted({kind.partition(";")[0] for kind in TYPES.values() if "charset" in kind} - {"text/html"})
    )
    return f"""# The guide on nginx. In your server block, which has its address and its certificate:
#
#     root /var/www/guide/ready;
#     set $guide "";
#     include /var/www/guide/servers/nginx.conf;
#
# Below a path, such as https://example.org/a/b/, the copy lies in /var/www/html/a/b, and you write:
#
#     location /a/b/ {{ root /var/www/html; set $guide /a/b; include /var/www/guide/servers/nginx.conf; }}

access_log off;
charset utf-8;
charset_types {in_utf_8};
types {{
{types}
}}
{headers}
set $guide_kept "{FRESH}";
if ($uri ~ "{HASHED_NAME}") {{ set $guide_kept "{KEPT}"; }}
if ($uri ~ "{QUESTIONS}") {{ set $guide_kept "{NOT_STORED}"; }}
add_header Cache-Control $guide_kept always;
gzip_static on;
gzip_vary on;
absolute_redirect off;
index index.html;
error_page 404 $guide/404.html;
"""


def caddy() -> str:
    """To be imported in a site's block."""
    headers = "\n".join(f'    {name} "{value}"' for name, value in SECURITY_HEADERS.items())
    types = "\n".join(
        f'@guide_{ending} path_regexp ^{{args.0}}/.*\\.{ending}$\nheader @guide_{ending} Content-Type "{kind}"'
        for ending, kind in TYPES.items()
    )
    return f"""{IN_CADDY}
@guide path {{args.0}}/*
header @guide {{
{headers}
    Cache-Control "{FRESH}"
}}
@guide_kept path_regexp {HASHED_NAME}
header @guide_kept Cache-Control "{KEPT}"
@guide_not_stored path_regexp {QUESTIONS}
header @guide_not_stored Cache-Control "{NOT_STORED}"
{types}
file_server {{
    precompressed br gzip
}}
handle_errors {{
    rewrite * {{args.0}}/404.html
    file_server
}}
"""


def apache() -> str:
    """What a copy's folder is told."""
    headers = "\n".join(f'Header always set {name} "{value}"' for name, value in SECURITY_HEADERS.items())
    types = "\n".join(f'AddType "{kind}" .{ending}' for ending, kind in TYPES.items())
    packed = "\n".join(
        f'<FilesMatch "\\.{ending}\\.(br|gz)$">\n    ForceType "{kind}"\n</FilesMatch>'
        for ending, kind in TYPES.items()
    )
    return f"""Options -Indexes -MultiViews
DirectoryIndex index.html
{headers}
{types}
Header always set Cache-Control "{FRESH}"
Header always set Cache-Control "{KEPT}" "expr=%{{REQUEST_URI}} =~ m#{HASHED_NAME}#"
Header always set Cache-Control "{NOT_STORED}" "expr=%{{REQUEST_URI}} =~ m#{QUESTIONS}#"
Header always merge Vary "Accept-Encoding"
RewriteEngine On
RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
RewriteCond %{{REQUEST_FILENAME}}.br -f
RewriteRule ^(.+)$ $1.br [L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
RewriteCond %{{REQUEST_FILENAME}}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
RemoveType .gz .br
AddEncoding br .br
AddEncoding gzip .gz
{packed}
SetEnvIf Request_URI "\\.(br|gz)$" no-gzip=1 no-brotli=1
"""


def headers_file() -> str:
    """For Cloudflare Pages and Netlify: it lies in the copy, beside index.html. Both rules are sent."""
    headers = "\n".join(f"  {name}: {value}" for name, value in SECURITY_HEADERS.items())
    questions = (f"{way}/{page}/" for way in ("", "/:language") for page in ("wizard", "all-questions"))
    not_stored = "".join(f"{path}\n  Cache-Control: {NOT_STORED}\n" for path in questions)
    return f"/*\n{headers}\n  Cache-Control: {FRESH}\n{not_stored}"
