#!/bin/sh
# SPDX-License-Identifier: MIT
# Web servers that sign people in: Apache asks the directory itself, nginx asks
# a proxy of the house. The examples in etc are what runs here.
HOME=/nonexistent TMPDIR=/tmp; export HOME TMPDIR
. "$top_srcdir/tests/nobody.sh"
. "$top_srcdir/tests/ldap/server.sh"
people=ou=people,dc=dossier,dc=example
command -v curl >/dev/null || {
	echo '1..0 # SKIP curl is not installed'
	exit 0
}
server one
directory=ldap://127.0.0.1:$port
web=$(echo port | "$top_builddir/ldap_probe")
house one "/^\\[directory\\]/i\\
[serve]\\
remote_user = yes\\
sockets = $dir\\
sendfile = accel"
sed -i "s|^base_url = .*|base_url = http://127.0.0.1:$web|" "$conf"
dossier directory sync --all >/dev/null
mkdir "$dir/web"

programs() {
	for p in signon casework; do
		rm -f "$dir/$p.sock"
		"$top_builddir/dossier-$p" --conf "$conf" \
		    --socket "$dir/$p.sock" 2>"$dir/$p.log" &
		pids="$pids $!"
	done
	for p in signon casework; do
		wait_for test -S "$dir/$p.sock"
	done
}
wait_for() {
	tries=0
	until "$@" 2>/dev/null || [ $tries -ge 100 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
}
pids=
end() {
	# shellcheck disable=SC2086
	[ -z "$pids" ] || kill $pids 2>/dev/null
	for p in $pids; do wait "$p" 2>/dev/null; done
	finish
}
trap end EXIT
# part SERVER [OPTIONS]: our part of its configuration, for this directory
part() {
	dossier web "$@" --from "$top_srcdir/etc" | sed \
	    -e "s|ldap://ldap.example.org|$directory|; s| STARTTLS||" \
	    -e "s|/etc/dossier/ldap-password|$dir/one/password|" \
	    -e "s|127.0.0.1:4180|127.0.0.1:$web|" \
	    -e "s|dc=example,dc=org|dc=dossier,dc=example|g"
}
# ask PATH [OPTIONS]: $status, and the page in $dir/reply
fetch() {
	path=$1; shift
	status=$(curl -s -o "$dir/reply" -w '%{http_code}' -b "$dir/jar" \
	    -c "$dir/jar" "$@" "http://127.0.0.1:$web$path")
}
press() {	# the button on the page in $dir/reply
	seal=$(sed -n 's/.*name="remote" value="\([^"]*\)".*/\1/p' \
	    "$dir/reply")
	fetch /signon/remote --data-urlencode "remote=$seal" \
	    --data keep_target=/dossiers -H "Origin: http://127.0.0.1:$web" "$@"
}
answers() { curl -s -o /dev/null "http://127.0.0.1:$web/health"; }
# What a browser can say for itself, to a server that checks nobody.
claims() {
	rm -f "$dir/jar"
	for claim in 'Remote-User: marco' 'X-Remote-User: marco' \
	    'REMOTE_USER: marco' 'X-Auth-Request-User: marco' \
	    "Authorization: Basic $(printf marco:x | base64)"; do
		fetch "$1" -H "$claim"
		is "$2: no ${claim%%:*} is believed" \
		    "$status $(shows 'Go on as')" "$3 no"
	done
}
# The same way at both: NAME
way() {
	rm -f "$dir/jar"
	fetch /signon -u mia:wrong
	is "$1: a wrong password" "$status" 401
	fetch /signon
	is "$1: none" "$status" 401
	fetch /signon -u mia:demo-mia
	is "$1: the way in" "$status $(shows 'Go on as Mia Keller')" "200 yes"
	press -u mia:demo-mia
	is "$1: a session" "$status" 303
	fetch /dossiers
	is "$1: is good for the rest" "$status $(shows 'Mia Keller')" "200 yes"
	fetch /signon/me -u marco:demo-marco
	is "$1: not for somebody else" "$status $(shows 'Go on as marco')" \
	    "401 yes"
	fetch /dossiers
	is "$1: it ended" "$status" 401
	fetch /signon -u sofia:demo-sofia
	press -u sofia:demo-sofia
	is "$1: who has no role is told" "$status $(shows \
	    'none of your groups gives you a role')" "403 yes"
}
sed -i 's/^sendfile = .*/sendfile = x-sendfile/' "$conf"
is "another server has no example" "$(dossier web lighttpd --signon ||
    sed 's/ for .*//' "$dir/said")" "dossier: There are examples of --signon"
programs

if [ -x /usr/sbin/apache2 ]; then
	modules=/usr/lib/apache2/modules
	{
		for m in mpm_event authn_core authz_core authz_user \
		    auth_basic ldap authnz_ldap alias mime headers \
		    reqtimeout proxy proxy_fcgi setenvif xsendfile; do
			echo "LoadModule ${m}_module $modules/mod_$m.so"
		done
		echo "ServerRoot $dir/web"
		echo "PidFile $dir/web/apache.pid"
		echo "DefaultRuntimeDir $dir/web"
		echo "ServerName 127.0.0.1"
		echo "Listen 127.0.0.1:$web"
		echo "TypesConfig /etc/mime.types"
		echo "ErrorLog $dir/web/apache.log"
		part apache --whole | sed '/<\/VirtualHost>/d'
		part apache --signon
		echo '</VirtualHost>'
	} >"$dir/web/apache.conf"
	apache2 -f "$dir/web/apache.conf" -DFOREGROUND &
	apache=$!
	pids="$pids $apache"
	wait_for answers
	way Apache
	claims /dossiers Apache 401
	kill "$apache"
	wait "$apache"
else
	echo "ok $((count = count + 1)) - Apache # SKIP it is not installed"
fi

sed -i 's/^sendfile = .*/sendfile = accel/' "$conf"
if command -v nginx >/dev/null; then
	for name in mia marco sofia; do
		printf '%s:{PLAIN}demo-%s\n' $name $name
	done >"$dir/web/people"
	mkdir "$dir/web/oauth2"
	: >"$dir/web/oauth2/auth"
	# nginx_conf FILE: Dossier's own, with another location of /signon
	nginx_conf() {
		cat <<-END
		daemon off;
		pid $dir/web/nginx.pid;
		error_log $dir/web/nginx.log;
		events { worker_connections 64; }
		http {
			access_log off;
			client_body_temp_path $dir/web/body;
			fastcgi_temp_path $dir/web/fastcgi;
			proxy_temp_path $dir/web/proxy;
			uwsgi_temp_path $dir/web/uwsgi;
			scgi_temp_path $dir/web/scgi;
		END
		part nginx --whole | if [ "$1" = proxy ]; then
			part nginx --signon >"$dir/web/signon.conf"
			sed "/location ~ ^.signon/c include $dir/web/signon.conf;
				\$d"
			cat <<-END
			location /oauth2/ {
				auth_basic "the house";
				auth_basic_user_file $dir/web/people;
				add_header X-Auth-Request-User \$remote_user;
				root $dir/web;
			}
			}
			END
		else
			cat
		fi
		echo '}'
	}
	for how in plain proxy; do
		nginx_conf $how >"$dir/web/nginx.conf"
		nginx -e "$dir/web/nginx.log" -p "$dir/web" \
		    -c "$dir/web/nginx.conf" &
		nginx=$!
		pids="$pids $nginx"
		wait_for answers
		if [ $how = proxy ]; then
			way nginx
			claims /dossiers nginx 401
		else
			claims /signon 'plain nginx' 200
		fi
		kill "$nginx"
		wait "$nginx"
	done
else
	echo "ok $((count = count + 1)) - nginx # SKIP it is not installed"
fi
[ -z "${DOSSIER_KEEP-}" ] || cp -r "$dir" "$DOSSIER_KEEP"
done_testing
