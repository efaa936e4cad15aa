# SPDX-License-Identifier: MIT
# What faces the outside, asked by a scanner as a stranger may: over a link
# whose code it does not have, and over a room that is open. Whatever it says
# is explained here, or it is a fault. WAPITI_LONG=1 asks for all it knows.
. "$(dirname "$0")/faults.sh"
PATH=$PATH:/usr/sbin:/usr/local/sbin
command -v nginx > /dev/null || skip_all 'nginx is not installed'
command -v wapiti > /dev/null || skip_all 'wapiti is not installed'
clock=$(date +%s) guest=
D=/dossiers/C-2026-10000061 until=$(date -d '+9 days' +%F)
as mia
printf 'the contract' > "$work/contract.txt"
post $D/documents files=@"$work/contract.txt"
document=$(sql 'SELECT no FROM document')
share() {	# NAME: $link and $code
	as mia
	post $D/shares/new name="$1" purpose=Opinion until="$until" \
	    document.$document=1 part.stage=1 part.parties=1 \
	    part.hearings=1 part.deadlines=1
	link=$(grep -o '/portal/share/[A-Za-z0-9_-]*' "$reply" | head -n 1)
	code=$(sed -n 's/.*id="secret"[^>]*value="\([^"]*\)".*/\1/p' "$reply")
	as nobody
}
share Anna
post "$link" code="$code"
share Bert
now_is=
check 'there is a room' [ -n "$guest" ]
# its cookie comes in a header, and the page with the code sets another
room=$guest

programs portal
port=$((20000 + $$ % 20000))
cat > "$work/nginx.conf" <<END
daemon on;
worker_processes 1;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 256; }
http {
	access_log $work/access.log;
	client_body_temp_path $work/body-temp;
	proxy_temp_path $work/proxy;
	fastcgi_temp_path $work/fcgi;
	uwsgi_temp_path $work/uwsgi;
	scgi_temp_path $work/scgi;
	server {
		listen 127.0.0.1:$port;
		location / {
			include $top_srcdir/etc/nginx-fastcgi.conf;
			fastcgi_pass unix:$work/portal.sock;
		}
		# or the room would be shut at once
		location = /portal/leave { return 404; }
	}
}
END
command nginx -e "$work/nginx.log" -c "$work/nginx.conf" ||
    { echo 'Bail out! nginx did not start'; exit 99; }
wait_for test -s "$work/nginx.pid"
site=http://127.0.0.1:$port
check 'the room answers' sh -c "curl -s -H 'Cookie: dossier_portal=$room' \
    $site/portal | grep -q contract.txt"

attack=3 modules=cookieflags,crlf,csp,csrf,exec,file,http_headers,redirect,sql,xss,xxe
[ -z "${WAPITI_LONG-}" ] ||
    attack=300 modules=$modules,backup,blindsql,htaccess,methods,permanentxss,shellshock
HOME=$work wapiti -u "$site/portal" -s "$site$link" --scope folder \
    -H "Cookie: dossier_portal=$room" \
    -m "$modules" --flush-session --no-bugreport --color -v 0 \
    --store-session "$work/wapiti" -t 5 \
    --max-scan-time 10 --max-attack-time "$attack" \
    -f json -o "$work/report.json" > "$work/said" 2>&1
cp "$work/said" "$reply"; : > "$work/stderr"
check 'it has a report' [ -s "$work/report.json" ]
asked=$(wc -l < "$work/access.log")
check "it asked a lot ($asked requests)" [ "$asked" -gt 100 ]
check 'the room was among it' grep -q 'GET /portal?language.* 200 ' \
    "$work/access.log"
left=$(sed 's/.*" \([0-9]*\) .*/\1/' "$work/access.log" | grep -c '^5')
is 'answers that are our fault' "$left" 0

# What it says, a line each: the kind, and what of it.
node -e '
	const r = JSON.parse(require("fs").readFileSync(process.argv[1]));
	const lines = new Set();
	for (const part of ["vulnerabilities", "anomalies"])
		for (const [kind, list] of Object.entries(r[part]))
			for (const x of list)
				lines.add(`${kind}: ${x.info}`);
	for (const line of lines) console.log(line);
' "$work/report.json" | sort > "$work/found"
# And why that is as it should be.
sed 's/ *# .*//' > "$work/explained" <<'END'
Cross Site Request Forgery: Lack of anti CSRF token	# nobody is signed in; forms from elsewhere are refused by their Origin, and the cookie is SameSite=Strict
HTTP Secure Headers: Strict-Transport-Security is not set	# this site is plain http
HTTP Secure Headers: X-Frame-Options is not set	# frame-ancestors says it
HTTP Secure Headers: X-XSS-Protection is not set	# no browser has it any more
Secure Flag cookie: Secure flag is not set in the cookie : dossier_portal_language	# this site is plain http
END
cp "$work/found" "$reply"
is 'what it says and nobody explains' \
    "$(tr -d '\t' < "$work/explained" | grep -vxFf - "$work/found")" ''
