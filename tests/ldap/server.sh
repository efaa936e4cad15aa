# Functions for the tests with a real OpenLDAP server; sourced by them.
# SPDX-License-Identifier: MIT
PATH=$PATH:/usr/sbin:/sbin
command -v slapd >/dev/null || {
	echo "1..0 # SKIP slapd is not installed"
	exit 0
}
dir=$(mktemp -d "${TMPDIR:-/tmp}/dossier-ldap.XXXXXX")
demo=$top_srcdir/etc/demo
count=0

finish() {
	for d in "$dir"/*/pid; do
		[ -f "$d" ] || continue
		kill -CONT "$(cat "$d")" 2>/dev/null
		"$demo/directory" stop "${d%/pid}"
	done
	exec 3>&- 2>/dev/null
	rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

# is WHAT GOT WANTED
is() {
	count=$((count + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		printf '# got "%s", not "%s"\n' "$2" "$3"
	fi
}

done_testing() { echo "1..$count"; }

# server NAME [OPTIONS]: starts one in $dir/NAME, on a free port: $port
server() {
	name=$1; shift
	for try in 1 2 3; do
		port=$(echo port | "$top_builddir/ldap_probe")
		"$demo/directory" start "$dir/$name" --port "$port" "$@" &&
		    return
	done
	echo "Bail out! the server does not start"
	exit 1
}
stop_server() { "$demo/directory" stop "$dir/$1"; }
# Each thread of a server stops in its own time: one that still runs would
# answer the question that the test asks next.
freeze() {
	frozen=$(cat "$dir/$1/pid") tries=0
	kill -STOP "$frozen"
	while cat /proc/"$frozen"/task/*/status | grep '^State:' |
	    grep -qv 'T (stopped)' && [ $tries -lt 500 ]; do
		tries=$((tries + 1))
		sleep 0.01
	done
}
thaw() { kill -CONT "$(cat "$dir/$1/pid")"; }

# modify NAME: LDIF on stdin, as the directory's own administrator
modify() {
	ldapmodify -x -H "ldapi://$(printf %s "$dir/$1/ldapi" |
	    sed 's|/|%2F|g')" -D cn=root,dc=dossier,dc=example -w root \
	    >/dev/null
}
ldapi() { echo "ldapi://$(printf %s "$dir/$1/ldapi" | sed 's|/|%2F|g')"; }

# conf FILE NAME TLS "URLS" [SED]: a dossier.conf for the server NAME
conf() {
	{
		printf '[dossier]\nbase_url = http://localhost\n'
		printf 'timezone = Europe/Berlin\n'
		sed -e "s|@LDAP_URLS@|$4|" -e "s|@LDAP_TLS@|$3|" \
		    -e "s|@LDAP_CA@|$dir/$2/ca.pem|" \
		    -e "s|@LDAP_PASSWORD_FILE@|$dir/$2/password|" \
		    -e "${5:-}" "$demo/directory.conf"
	} >"$dir/$1"
	echo "$dir/$1"
}

# The probe as a co-process: ask COMMAND prints its answer.
start_probe() {
	mkfifo "$dir/in" "$dir/out"
	timeout 300 "$top_builddir/ldap_probe" <"$dir/in" >"$dir/out" \
	    2>"$dir/log" &
	exec 3>"$dir/in" 4<"$dir/out"
}
ask() {
	echo "$*" >&3
	IFS= read -r line <&4
	echo "$line"
}

# house NAME: a store with types and staff, and programs that answer with it
house() {
	conf=$(conf house "$1" none "$(ldapi "$1")" "${2:-}")
	head -c 32 /dev/urandom >"$dir/secret"
	sed "1a\\
store = $dir/dossier.db\\
documents = $dir/documents\\
templates = $top_srcdir/templates\\
locale = $top_builddir/templates/locale\\
secret_file = $dir/secret" "$conf" >"$conf.new"
	mv "$conf.new" "$conf"
	dossier migrate --schema "$top_srcdir/schema" >/dev/null &&
	    dossier type install "$top_srcdir/etc/casetypes/complaint" \
	    >/dev/null &&
	    dossier type install "$top_srcdir/etc/casetypes/permit" >/dev/null
}
dossier() {
	command="$1"; shift
	case $command in
	directory|type) command="$command $1"; shift;;
	esac
	# shellcheck disable=SC2086
	DOSSIER_NOW=$clock "$top_builddir/dossier" $command --conf "$conf" "$@" 2>"$dir/said"
}
sql() { dossier sql "$1"; }

# request METHOD PATH [BODY]: $status, and the answer in $dir/reply; the
# session's cookie is kept in $cookie, the clock stands at $clock
clock=$(date +%s)
cookie=
request() {
	program=${2#/}; program=${program%%[/?]*}
	case $program in signon|intake) ;; *) program=casework;; esac
	printf %s "${3:-}" >"$dir/body"
	env -i PATH="$PATH" DOSSIER_CONF="$conf" DOSSIER_NOW="$clock" \
	    REQUEST_METHOD="$1" REQUEST_URI="$2" REMOTE_ADDR=192.0.2.7 \
	    HTTP_COOKIE="dossier=$cookie" CONTENT_LENGTH=${#3} \
	    CONTENT_TYPE=application/x-www-form-urlencoded \
	    ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} \
	    timeout 30 "$top_builddir/dossier-$program" <"$dir/body" \
	    >"$dir/reply" 2>"$dir/said"
	status=$(sed -n '1s/^Status: \([0-9]*\).*/\1/p' "$dir/reply")
	new=$(sed -n 's/^Set-Cookie: dossier=\([^;]*\);.*/\1/p' "$dir/reply")
	[ -z "$new" ] || cookie=$new
}
# enter NAME [PASSWORD]: signs in as a new browser and prints the status
enter() {
	cookie=
	request POST /signon "login=$1&password=${2-demo-$1}"
}
page() { request GET "$1"; }
alert() { sed -n 's/.*role="alert"><p>\(.*\)<\/p>.*/\1/p' "$dir/reply"; }
shows() { grep -qF -- "$1" "$dir/reply" && echo yes || echo no; }
# kept: the fields that a sign-in page carries on, as a form sends them
kept() {
	tr '\n' ' ' <"$dir/reply" | grep -o '<input type="hidden"[^>]*>' |
	    sed -n 's/.*name="\(keep[^"]*\)" value="\([^"]*\)".*/\&\1=\2/p' |
	    sed 's|/|%2F|g' | tr -d '\n'
}
