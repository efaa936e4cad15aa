# SPDX-License-Identifier: MIT
# What `make install` lays down, behind a web server that has a site of its
# own already: at the root of another host name, or below a path of that site.
# A test sources this and calls `servers SERVER [/PATH]`.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
: "${prefix:=/usr/local}"
PATH=$PATH:/usr/sbin:/sbin; export PATH
LC_ALL=C.UTF-8; export LC_ALL
tests=0 bad=0

skip() { echo "1..0 # SKIP $*"; exit 0; }

ok() {	# SENTENCE COMMAND...
	tests=$((tests + 1)) sentence=$1; shift
	if "$@"; then
		echo "ok $tests - $sentence"
		return
	fi
	bad=$((bad + 1))
	echo "not ok $tests - $sentence"
	for file in "$work/head" "$work/body"; do
		head -c 3000 "$file" | tr -d '\0' | awk '{ print "# " $0 }'
	done
}

# Once for all servers: into a folder of the build, from there it runs.
installed() {
	root=$top_builddir/tests/servers/root
	installed=$root$prefix
	[ -z "${SERVERS_INSTALLED-}" ] || return 0
	mkdir -p "$root"
	(flock 9
	[ "$root/stamp" -nt "$top_builddir/dossier" ] &&
	    [ "$root/stamp" -nt "$top_builddir/dossier-casework" ] &&
	    [ -z "$(find "$top_srcdir/etc" "$top_srcdir/templates" \
	    "$top_srcdir/schema" -newer "$root/stamp" -type f)" ] ||
	{ cd "$top_builddir" && ${MAKE:-make} -s install DESTDIR="$root" \
	    > "$root/install.log" 2>&1 && touch "$root/stamp"; }
	) 9> "$root/lock" || {
		echo 'not ok 1 - make install'
		tail -n 5 "$root/install.log" | sed 's/^/# /'
		echo 1..1
		exit 1
	}
}

# Programs do not run as root: a test that was started so steps down.
step_down() {
	[ "$(id -u)" = 0 ] || return 0
	setpriv --reuid=65534 --regid=65534 --clear-groups \
	    test -r "$installed/bin/dossier" ||
	    skip 'nobody else may read the build'
	exec setpriv --reuid=65534 --regid=65534 --clear-groups env \
	    top_srcdir="$top_srcdir" top_builddir="$top_builddir" \
	    prefix="$prefix" SERVERS_INSTALLED=1 sh "$0"
}

# ask PATH [CURL ARGUMENTS]: $work/head, $work/body and $status.
ask() {
	to=$1; shift
	status=$(curl -s --path-as-is --max-time 20 -H "Host: $host:$port" \
	    -b "$work/jar" -c "$work/jar" -D "$work/head" -o "$work/body" \
	    -w '%{http_code}' "$@" "http://127.0.0.1:$port$to")
}

shows() { LC_ALL=C grep -qF -e "$1" "$work/body"; }
says() { tr -d '\r' < "$work/head" | grep -qiE -e "$1"; }

answer() {	# SENTENCE STATUS
	ok "$1: $2 (it is $status)" [ "$status" = "$2" ]
}

# The hidden fields of the form on the page just fetched that goes to PATH.
hidden() {
	tr '\n' ' ' < "$work/body" | sed 's/<form/\n<form/g; s/<\/form>/&\n/g' |
	    grep -F "action=\"$place$1\"" | head -n 1 |
	    grep -o '<input[^>]*type="hidden"[^>]*>' |
	    sed 's/.*name="\([^"]*\)".*value="\([^"]*\)".*/\1=\2/'
}

# send PAGE ACTION name=value...: the form of a page, whole or with files.
send() {
	ask "$place$1"
	hidden "$2" > "$work/fields"
	action=$2; shift 2
	for pair in "$@"; do
		printf '%s\n' "$pair" >> "$work/fields"
	done
	grep -q '=@' "$work/fields" && how=--form || how=--data-urlencode
	set --
	while IFS= read -r pair; do
		set -- "$@" "$how" "$pair"
	done < "$work/fields"
	ask "$place$action" "$@"
}

# The value of the option that shows WORDS, on the page just fetched.
option() {
	sed 's/<option/\n<option/g' "$work/body" | grep -F -e "$1" |
	    sed -n 's/^<option value="\([^"]*\)".*/\1/p' | head -n 1
}

location() { tr -d '\r' < "$work/head" | sed -n 's/^[Ll]ocation: //p'; }

# Figures are for whoever is at the socket.
no_figures() {
	for path in /metrics /casework/metrics /signon/metrics \
	    /intake/metrics /admin/metrics; do
		ask "$place$path"
		[ "$status" != 200 ] && ! shows dossier_requests_total ||
		    { echo "# $path: $status"; return 1; }
	done
}

# The bytes that a fault shows may lie anywhere: nothing of the machine.
nothing_leaks() {
	for path in /static/../secret /static/..%2f..%2fdossier.conf \
	    /static/%2e%2e/%2e%2e/%2e%2e/etc/passwd /static../dossier.conf \
	    /static/..//..//etc/passwd '/static/..\..\etc\passwd' \
	    /stored/../dossier.db /static/%c0%ae%c0%ae/etc/passwd \
	    //static/../../etc/passwd /signon/../../../../etc/passwd; do
		ask "$place$path"
		[ "$status" != 200 ] && ! shows root: && ! shows timezone ||
		    { echo "# $path: $status"; return 1; }
	done
}

# The socket goes, as it does when no program runs.
without() {	# PROGRAM PATH
	mv "$data/sockets/$1.sock" "$data/sockets/away"
	ask "$place$2"
	answer "a program that is down says so" 503
	ok 'on a page that people understand' shows 'One moment'
	ask "$place$2/new" -H Expect: --data-binary "@$work/Quittung.bin"
	answer 'also to whoever sends 3 MB there' 503
	ok 'on the same page' shows 'One moment'
	mv "$data/sockets/away" "$data/sockets/$1.sock"
	tenths=100		# lighttpd does not ask again at once
	while ask "$place$2"; [ "$status" = 503 ] && [ $tenths -gt 0 ]; do
		tenths=$((tenths - 1)) && sleep 0.1
	done
	answer "and is back when it is, after $((100 - tenths)) tenths" 200
}

# A program and its workers; its name as the kernel keeps it.
family() {	# PROGRAM
	first=$(pgrep -P "$(cat "$data/pid")" \
	    "$(printf 'dossier-%.7s' "$1")")
	echo $first $(pgrep -P "$first")
}

# All the others answer, with what is theirs.
others() {	# WITHOUT
	for page in signon/me casework/ casework/dossiers/$number \
	    casework/dossiers/$number/documents intake/intake legal/legal \
	    medical/medical admin/admin; do
		[ "${page%%/*}" != "$1" ] || continue
		case $page in
		casework/*) path=/${page#*/} ;;
		signon/*) path=/$page ;;
		*) path=/${page#*/} ;;
		esac
		ask "$place$path" --max-time 5
		# a clerk is no administrator and no nurse, and is told so by
		# those programs
		[ "$status" = 200 ] || [ "$path $status" = '/admin 403' ] ||
		    [ "$path $status" = '/medical 403' ] ||
		    { echo "# $path: $status"; return 1; }
	done
}

# One program stands still, then the other, then one is killed: whoever works
# with the others notices nothing, also on pages that lead to it.
stops() {
	ask "$place/dossiers/$number"
	for program in legal medical casework; do
		# shellcheck disable=SC2046
		kill -STOP $(family $program)
		ask "$place/$([ $program = casework ] || echo $program)" \
		    --max-time 1
		ok "$program stands still (it is $status)" [ "$status" = 000 ]
		ok "without $program the others work" others $program
		# shellcheck disable=SC2046
		kill -CONT $(family $program)
	done
	# its workers are killed; then it is gone, with its socket
	# shellcheck disable=SC2046
	set -- $(family legal)
	shift
	kill -KILL "$@"
	ok 'without its workers the others work' others legal
	tenths=50
	while ask "$place/legal"; [ "$status" != 200 ] && [ $tenths -gt 0 ]; do
		tenths=$((tenths - 1)) && sleep 0.1
	done
	answer 'and new ones have come' 200
	mv "$data/sockets/legal.sock" "$data/sockets/away"
	ask "$place/legal"
	answer 'gone as a whole it is missed there' 503
	ok 'and nowhere else' others legal
	mv "$data/sockets/away" "$data/sockets/legal.sock"
}

neighbour() {
	host=neighbour.test
	ask /
	ok 'the neighbour answers as before' shows 'the old site'
	ok 'without our headers' sh -c "! grep -qi 'dossier\|no-store' '$work/head'"
	ask /page.css
	ok 'its files too' shows 'color: red'
	ask /nothing-here
	answer 'what it has not' 404
	ok 'is not asked of us' sh -c "! grep -q 'nothing at this address' '$work/body'"
	host=${own_host:-neighbour.test}
}

static_files() {
	ask "$place/signon"
	answer 'the sign-in page' 200
	ok 'is never kept' says '^cache-control: no-store'
	sheet=$(grep -o 'href="[^"]*site.css[^"]*"' "$work/body" |
	    sed 's/href="\(.*\)"/\1/')
	ask "$sheet"
	answer 'the style sheet that it names' 200
	ok 'is one' says '^content-type: text/css'
	ok 'and nothing else' says '^x-content-type-options: nosniff'
	ok 'for ever, as its address tells' says '^cache-control:.*max-age=31'
	ok 'and is ours' sh -c "! grep -qi x-neighbour '$work/head'"
	ask "$place/static/site.css"
	ok 'without ?v= for an hour' says '^cache-control:.*max-age=3600'
	ask "$place/static/"
	ok 'the folder is not listed' [ "$status" != 200 ]
}

# A clerk's errand: register, accept, add a document, get it back, leave.
errand() {
	: > "$work/jar"
	ask "$place/"
	answer 'nobody is let in' 401
	ask "$place/" -H 'Remote-User: jonas' -H 'REMOTE_USER: jonas' \
	    -H 'X-Remote-User: jonas' -H 'Proxy: http://127.0.0.1:1' \
	    -H 'Authorization: Basic am9uYXM6eA=='
	answer 'whatever name the browser gives itself' 401
	send /signon /signon login=jonas password=demo-jonas
	answer 'signing in' 303
	ok 'leads into the site' [ "$(location)" = "$place/" ]
	ask "$place/intake"
	answer 'the tray' 200
	ask "$place/intake/new?type=complaint&who=unknown"
	send '/intake/new?type=complaint&who=unknown' /intake/new \
	    medium=phone team="$(option Front)" title='Fined for a book' text='I returned it.' \
	    received="$(TZ=Europe/Zurich date -d '1 hour ago' +%Y-%m-%dT%H:%M)" \
	    f.subject=billing then=show
	answer 'registering' 303
	number=$(location | sed 's|.*/||')
	ask "$(location)"
	ok 'shows the request' shows 'Fined for a book'
	send "/intake/$number" "/intake/$number/accept" \
	    title='Fined for a book' place="$(option Complaints)" lead=
	answer 'accepting it' 303
	head -c 3000000 /dev/urandom > "$work/Quittung.bin"
	send "/dossiers/$number/documents" "/dossiers/$number/documents" \
	    kind=letter "files=@$work/Quittung.bin"
	answer 'adding a document of 3 MB' 303
	ask "$place/dossiers/$number/documents"
	file=$(grep -o "href=\"$place/dossiers/$number/documents/[0-9]*\"" \
	    "$work/body" | sed 's/href="\(.*\)"/\1/' | head -n 1)
	ask "$file"
	answer 'getting it back' 200
	ok 'byte by byte' cmp -s "$work/body" "$work/Quittung.bin"
	ok 'as an attachment' says '^content-disposition: attachment'
	ok 'that is not guessed at' says '^x-content-type-options: nosniff'
	ok 'in a sandbox' says '^content-security-policy:.*sandbox'
	ok 'and not kept' says '^cache-control: no-store'
	ok 'sent by the web server' sh -c \
	    "! grep -qiE '^x-(accel-redirect|sendfile)' '$work/head'"
	sum=$(sha256sum < "$work/Quittung.bin" | cut -c 1-64)
	for way in "$sum" "$(printf %s "$sum" | sed 's|^\(..\)\(..\)|\1/\2/&|')"
	do
		ask "$place/stored/$way"
		ok 'never by its own address' [ "$status" = 404 ]
	done
}

too_much() {
	ask "$place/dossiers/$number/note" -H Expect: \
	    --data-binary "@$work/Quittung.bin"
	answer 'a form of 3 MB that has no files' 413
	# Apache passes on what the program itself says
	ok 'is told so on a page for people' \
	    sh -c "grep -q 'Too much at once\|</main>' '$work/body'"
}

elsewhere() {
	[ -n "$place" ] || return 0
	for path in "${place}x/signon" "$place$place/signon" /signon \
	    "$(printf %s "$place" | tr a-z A-Z)/signon"; do
		ask "$path"
		answer "$path is not ours" 404
	done
	ask "$place"
	case $status in
	30[18]) ok 'without its slash it leads here' sh -c \
	    "grep -qi '^location:.*$place/' '$work/head'" ;;
	*) answer 'without its slash it is the first page' 200 ;;
	esac
}

leave() {
	send / /signon/out
	answer 'signing out' 303
	ask "$place/"
	answer 'ends it' 401
}

# Where the web server is trusted to sign people in, it alone is.
spoofed() {
	printf 'remote_user = yes\n' > "$work/more"
	sed -i "/^\[serve\]/r $work/more" "$data/dossier.conf"
	for pid in $(pgrep -P "$(cat "$data/pid")" dossier-); do
		kill -HUP "$pid"
	done
	tenths=300
	until grep -q 'read again' "$data/log/signon.log" ||
	    [ $tenths = 0 ]; do
		tenths=$((tenths - 1)) && sleep 0.1
	done
	sleep 0.3		# until the last worker has rolled over
	: > "$work/jar"
	for path in / /signon /intake; do
		ask "$place$path" -H 'Remote-User: jonas' \
		    -H 'REMOTE_USER: jonas' -H 'Remote_User: jonas' \
		    -H 'X-Remote-User: jonas' -H 'X-Forwarded-User: jonas' \
		    -H 'Authorization: Basic am9uYXM6eA=='
		ok "no name of the browser's own signs in at $path" sh -c \
		    "! grep -q '/signon/out\|name=.remote' '$work/body'"
		ok 'and nothing leads on' [ "$status" = 200 -o "$status" = 401 ]
	done
	ok 'the programs read that they may' \
	    grep -q 'read again' "$data/log/signon.log"
}

finish() {
	rc=$?
	bash "$stage" --stop --data "$data" > /dev/null 2>&1
	[ $bad = 0 ] || tail -n 20 "$data"/log/*.log | sed 's/^/# /'
	rm -rf "$work"
	[ $rc = 0 ] || exit $rc
	echo "1..$tests"
	[ $bad = 0 ] || exit 1
}

servers() {	# SERVER [PATH]
	server=$1 place=${2-}
	program=$server
	[ $server != apache ] || program=apache2
	for c in $program slapd curl bash; do
		command -v $c > /dev/null || skip "$c is not installed"
	done
	[ $server != apache ] ||
	    [ -f /usr/lib/apache2/modules/mod_xsendfile.so ] ||
	    skip 'mod_xsendfile is not installed'
	installed
	step_down
	stage=$top_srcdir/etc/demo/stage
	work=$(mktemp -d) || exit 99
	data=$work/data
	mkdir -p "$data/web/neighbour"
	: > "$work/head"; : > "$work/body"; : > "$work/jar"
	echo '<p>the old site</p>' > "$data/web/neighbour/index.html"
	echo '<p>none</p>' > "$data/web/neighbour/none.html"
	echo 'p { color: red }' > "$data/web/neighbour/page.css"
	host=neighbour.test own_host=dossier.test keep=ROOT
	[ -z "$place" ] || own_host='' keep=PATH
	sed "s/#$keep //" "$top_srcdir/tests/servers/$server.conf" \
	    > "$work/site.conf"
	trap finish EXIT
	trap 'exit 99' INT TERM
	for port in $((21000 + $$ % 9000)) $((31000 + $$ % 900)) failed; do
		[ $port != failed ] || { sed 's/^/# /' "$work/start"
			echo "not ok 1 - it starts behind $server"; exit 1; }
		bash "$stage" --prefix "$installed" \
		    --data "$data" --port $port --server $server \
		    ${place:+--path "$place"} --site "$work/site.conf" \
		    --samples 0 --detach > "$work/start" 2>&1 && break
	done
	neighbour
	static_files
	errand
	too_much
	elsewhere
	ok 'paths lead to nothing of the machine' nothing_leaks
	ok 'figures are told to nobody who comes this way' no_figures
	without intake /intake
	[ "$server$place" != nginx ] || stops
	leave
	spoofed
}
