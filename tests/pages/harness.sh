# SPDX-License-Identifier: MIT
# Words for the page tests: the real program answers one request in CGI mode,
# on a store that holds the world of the unit tests (tests/unit/world.h),
# with the clock standing where that world's stands. Each `status`, `has`
# and `hasnt` is one result.
#
#   as mia                       signs in; `as nobody` has no session
#   get '/dossiers?status=open'  leaves the whole answer in $reply
#   post PATH name=value ... file=@FILE
#                                fetches the page that holds the form first,
#                                takes its hidden fields, and sends
#   raw METHOD PATH [BODY-FILE TYPE]   as it is, no form fetched
#   status 303 / has TEXT / hasnt TEXT / count TEXT N
#   location                     the address that a redirect names
#   follow                       gets it
#   header HTTP_ACCEPT_LANGUAGE=de     for all requests from here on
#   later 3600                   moves the clock
#   sql 'SELECT ...'             looks into the store
#   books                        time and costs are booked on all cases
#   office                       two cases of mia's take the place of the
#                                world's, which verify would name: the second
#                                is at $D, its only file at $document
# With PAGE_PATH=/a/b in the environment the site lies below that path: every
# address that leaves must carry it, once, and the test sees it without.
# A test that starts something sets at_end to the command that ends it.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
unset DOSSIER_CONF
LC_ALL=C.UTF-8; export LC_ALL
work=$(mktemp -d) || exit 99

finish() {
	rc=$?
	[ -z "${at_end-}" ] || $at_end
	[ -z "${DOSSIER_TEST_STORE-}" ] || [ -z "${store-}" ] ||
	    "$top_builddir/pageworld" --drop "$store"
	rm -rf "$work"
	[ $rc = 0 ] || exit $rc
	echo "1..$tests"
	[ $bad = 0 ] || exit 1
}

trap 'finish' EXIT
trap 'exit 99' INT TERM
tests=0 bad=0 clock=1795521600 session='' notice='' guest='' headers='' status_now=''
reply=$work/reply now_is=''
[ -n "${base_url-}" ] || base_url=http://dossier.test
site_path=${PAGE_PATH-}
site_slug=$(printf %s "$site_path" | sed 's|^/|-|; s|/|+|g')

# What was asked and how it went, for the law that each route is tested.
asked=/dev/null
[ -n "$site_path" ] ||
    case $0 in *.t) asked=$top_builddir/tests/pages/$(basename "$0" .t).asked ;; esac
{ mkdir -p "$(dirname "$asked")" && true > "$asked"; } 2>/dev/null ||
    asked=/dev/null	# a colon would end the shell when that fails

mkdir "$work/documents" "$work/site"
(umask 077; head -c 32 /dev/urandom > "$work/secret")
[ ! -d "$top_srcdir/tests/pages/webtest" ] ||
    cp -R "$top_srcdir/tests/pages/webtest" "$work/site/"
chmod -R u+w "$work"
store=$("$top_builddir/pageworld" "$work/dossier.db") ||
    { echo 'Bail out! no world'; exit 99; }
cat > "$work/dossier.conf" <<END
[dossier]
store = $store
documents = $work/documents
templates = $top_srcdir/templates
templates_site = $work/site
locale = $top_builddir/templates/po
base_url = $base_url$site_path
timezone = Europe/Berlin
site_name = Test Office
secret_file = $work/secret
[serve]
form_bytes = 256k
file_bytes = 200k
files = 3
sendfile = none
${serve_more-}
END

ok() {	# SENTENCE
	tests=$((tests + 1))
	echo "ok $tests - $now_is$1"
}

not_ok() {	# SENTENCE: with the answer, for whoever mends it
	tests=$((tests + 1)) bad=$((bad + 1))
	echo "not ok $tests - $now_is$1"
	head -c 6000 "$reply" | tr -d '\r' | sed 's/^/# /'
	sed 's/^/# stderr: /' "$work/stderr"
}

skip() {	# SENTENCE WHY
	tests=$((tests + 1))
	echo "ok $tests - $now_is$1 # SKIP $2"
}

check() {	# SENTENCE COMMAND...
	sentence=$1; shift
	if "$@"; then ok "$sentence"; else not_ok "$sentence"; fi
}

sql() {
	"$top_builddir/dossier" sql --conf "$work/dossier.conf" "$1"
}

sql_write() {
	"$top_builddir/dossier" sql --conf "$work/dossier.conf" --write "$1"
}

bytes() {	# HEX: as a word of SQL
	case ${DOSSIER_TEST_STORE-} in
	'')	echo "x'$1'" ;;
	*)	echo "'\\x$1'" ;;
	esac
}

as() {
	notice='' session=''
	now_is="$1: "
	[ "$1" != nobody ] || return 0
	session=token-of-$1-$$
	hash=$(printf %s "$session" | sha256sum | cut -d' ' -f1)
	sql_write "INSERT INTO session (hash, person, created, used)
	    SELECT $(bytes "$hash"), person, $clock, $clock FROM staff
	     WHERE login = '$1'
	        ON CONFLICT (hash) DO UPDATE
	       SET created = $clock, used = $clock, ended = NULL" >/dev/null
}

header() {
	headers="$headers $1"
}

no_headers() {
	headers=
}

later() {
	clock=$((clock + $1))
}

program() {	# PATH: who answers there
	case $1 in
	/webtest|/webtest[/?]*) echo dossier-webtest ;;
	/signon|/signon[/?]*) echo dossier-signon ;;
	/admin|/admin[/?]*) echo dossier-admin ;;
	/legal|/legal[/?]*) echo dossier-legal ;;
	/medical|/medical[/?]*) echo dossier-medical ;;
	/portal|/portal[/?]*) echo dossier-portal ;;
	/intake|/intake[/?]*) echo dossier-intake ;;
	*) echo dossier-casework ;;
	esac
}

# raw METHOD PATH [FILE TYPE [LENGTH]]: the answer, and its cookies.
raw() {
	case $base_url in https:*) name=__Host-dossier ;; *) name=dossier ;; esac
	jar=
	[ -z "$session" ] || jar="$name$site_slug=$session"
	[ -z "$notice" ] || jar="$jar; dossier_notice$site_slug=$notice"
	[ -z "$guest" ] || jar="$jar; dossier_portal$site_slug=$guest"
	query=
	case $2 in *\?*) query=${2#*\?} ;; esac
	size=0
	[ -z "${3-}" ] || size=$(wc -c < "$3")
	(	# shellcheck disable=SC2086
		exec env -i PATH="$PATH" LC_ALL="$LC_ALL" \
		    ${ASAN_OPTIONS+"ASAN_OPTIONS=$ASAN_OPTIONS"} \
		    ${UBSAN_OPTIONS+"UBSAN_OPTIONS=$UBSAN_OPTIONS"} \
		    ${LSAN_OPTIONS+"LSAN_OPTIONS=$LSAN_OPTIONS"} \
		    DOSSIER_NOW="$clock" DOSSIER_CONF="$work/dossier.conf" \
		    REQUEST_METHOD="$1" REQUEST_URI="$site_path$2" \
		    QUERY_STRING="$query" REMOTE_ADDR=192.0.2.7 \
		    HTTP_COOKIE="$jar" CONTENT_TYPE="${4-}" \
		    CONTENT_LENGTH="${5-$size}" $headers \
		    "$top_builddir/$(program "$2")" < "${3:-/dev/null}" \
		    > "$reply" 2> "$work/stderr"
	) || { echo "Status: 0 (the program failed)" >> "$reply"
		not_ok "$1 $2 ends well"; }
	status_now=$(sed -n '1s/^Status: \([0-9]*\).*/\1/p' "$reply")
	echo "$(program "$2") $1 ${2%%\?*} $status_now" >> "$asked"
	[ -z "${PAGE_LOG-}" ] || cat "$work/stderr" >> "$PAGE_LOG"
	[ -z "$site_path" ] || site_path_off
	cookies
}

# Takes the site's path and slug off; every own address must have had it.
site_path_off() {
	begin='((href|src|action|formaction|poster|cite|data-href)="|^Location: |^X-Accel-Redirect: )'
	LC_ALL=C grep -aoE "$begin/[^\" ]*" "$reply" > "$work/left"
	if LC_ALL=C grep -qvE "$begin$site_path(/|\r?\$)" "$work/left" ||
	    grep -qF "$site_path$site_path" "$work/left"; then
		not_ok "addresses below $site_path in $2"
	fi
	LC_ALL=C sed -E "s,$begin$site_path/,\1/,g
		/^Set-Cookie: /s/$(printf %s "$site_slug" |
		    sed 's/+/[+]/g')=/=/" "$reply" > "$work/plain"
	mv "$work/plain" "$reply"
}

cookies() {	# takes what the answer sets
	sed -n 's/\r$//; /^$/q; s/^Set-Cookie: \([^;]*\).*/\1/p' "$reply" \
	    > "$work/set"
	while IFS= read -r line; do
		case $line in
		dossier_notice=*) notice=${line#*=} ;;
		dossier_portal=*) guest=${line#*=} ;;
		dossier=*|__Host-dossier=*) session=${line#*=} ;;
		esac
	done < "$work/set"
}

get() {
	raw GET "$1"
}

location() {
	sed -n 's/\r$//; /^$/q; s/^Location: //p' "$reply"
}

follow() {
	get "$(location)"
}

# hidden PATH: the hidden fields of the form that goes to PATH, name=value a
# line; of any form when none does (the layout has one for signing out).
hidden() {
	tr '\n' ' ' < "$reply" | sed 's/<form/\n<form/g; s/<\/form>/&\n/g' |
	    grep '^<form[^>]*method="post"' > "$work/forms"
	grep -F "action=\"$(printf %s "$1" | sed 's/&/\&amp;/g')\"" \
	    "$work/forms" | head -n 1 > "$work/form"
	if [ -s "$work/form" ]; then
		cat "$work/form"
	else
		head -n 1 "$work/forms" | grep -o \
		    '<input[^>]*name="\(csrf\|form_key\)"[^>]*>'
	fi | grep -o '<input[^>]*>' | grep 'type="hidden"' |
	    sed 's/.*name="\([^"]*\)".*value="\([^"]*\)".*/\1=\2/
		s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'\''/g
		s/&amp;/\&/g'
}

# Encodes a value for a form: every byte but letters and digits.
encode() {
	printf %s "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'
}

# form_of PATH: gets the page that holds the form, the nearest above it.
form_of() {
	at=$1
	while :; do
		get "$at"
		case $status_now in 404|405) ;; *) break ;; esac
		at=${at%%\?*}
		case $at in /?*/*) at=${at%/*} ;; *) break ;; esac
	done
}

post() {
	to=$1; shift
	form_of "${form_page:-$to}"
	hidden "$to" > "$work/fields"
	send "$to" "$@"
}

# send PATH name=value...: with the hidden fields of the last form_of.
send() {
	to=$1; shift
	compose "$@"
	raw POST "$to" "$work/body" "$body_type"
}

# compose name=value...: the body that send sends, its type in $body_type.
compose() {
	multipart=
	for pair in "$@"; do
		case $pair in *=@*) multipart=1 ;; esac
		name=${pair%%=*}
		[ -z "$name" ] || { grep -v "^$name=" "$work/fields" \
		    > "$work/rest"; mv "$work/rest" "$work/fields"; }
	done
	if [ -z "$multipart" ]; then
		{
			while IFS= read -r pair; do
				printf '&%s=%s' "${pair%%=*}" \
				    "$(encode "${pair#*=}")"
			done < "$work/fields"
			for pair in "$@"; do
				printf '&%s=%s' "${pair%%=*}" \
				    "$(encode "${pair#*=}")"
			done
		} > "$work/body"
		body_type=application/x-www-form-urlencoded
		return
	fi
	{
		while IFS= read -r pair; do
			part "${pair%%=*}" "${pair#*=}"
		done < "$work/fields"
		for pair in "$@"; do
			part "${pair%%=*}" "${pair#*=}"
		done
		printf -- '--XtestX--\r\n'
	} > "$work/body"
	body_type='multipart/form-data; boundary=XtestX'
}

part() {	# NAME VALUE or NAME @FILE
	printf -- '--XtestX\r\nContent-Disposition: form-data; name="%s"' "$1"
	case $2 in
	@*)	printf '; filename="%s"\r\n\r\n' "${called:-${2##*/}}"
		cat "${2#@}" ;;
	*)	printf '\r\n\r\n%s' "$2" ;;
	esac
	printf '\r\n'
}

# The world's cases came without their history, which verify would name.
books() {
	labels=
	for lang in en fr de it pt ja; do
		labels="$labels<label xml:lang=\"$lang\">Drafting</label>"
	done
	sql_write "UPDATE type SET source = replace(source, '</rhythm>',
	    '</rhythm><costs currency=\"EUR\"><activity code=\"drafting\">'
	    || '$labels</activity><cost code=\"fee\">$labels</cost>'
	    || '</costs>')" > /dev/null
}

office() {
	sql_write 'DELETE FROM viewer_grant; DELETE FROM party;
	    DELETE FROM dossier_phase; DELETE FROM dossier_count;
	    DELETE FROM scope_count; DELETE FROM dossier;
	    UPDATE scope SET total = 0, open = 0' > "$work/out"
	as mia
	printf 'a letter' > "$work/letter.txt"
	for matter in first second; do
		form_page='/intake/new?type=complaint&person=P-20000001' \
		    post /intake/new matter=new medium=letter \
		    f.subject=billing title="The $matter matter" \
		    files=@"$work/letter.txt" then=show
		number=$(location | sed 's|.*/||')
		as sue
		post "/intake/$number/accept" place=complaint/north lead=mia \
		    title="The $matter matter"
		[ "$status_now" = 303 ] || not_ok "the $matter case is there"
		as mia
	done
	D=/dossiers/$number
	post "$D/documents" kind=letter files=@"$work/letter.txt"
	get "$D/documents"
	document=$(grep -oE "href=\"$D/documents/[0-9]+\"" "$reply" |
	    head -n 1 | cut -d'"' -f2)
}

status() {
	check "status $1 (it is $status_now)" [ "$status_now" = "$1" ]
}

has() {
	check "has $1" grep -qF -e "$1" "$reply"
}

hasnt() {
	if grep -qF -e "$1" "$reply"; then
		not_ok "has not $1"
	else
		ok "has not $1"
	fi
}

count() {	# TEXT N: lines that have it
	n=$(grep -cF -e "$1" "$reply")
	check "has $2 times $1 (it is $n)" [ "$n" = "$2" ]
}

is() {	# SENTENCE GOT WANTED
	check "$1: $3 (it is $2)" [ "$2" = "$3" ]
}
