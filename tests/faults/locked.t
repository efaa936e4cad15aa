# SPDX-License-Identifier: MIT
# Another program holds the store locked: readings go on as if nothing were,
# writings wait and succeed, or are refused with a plain sentence and what was
# typed; nobody waits longer than a web server does, no worker is lost.
. "$(dirname "$0")/faults.sh"
office
workers=2
programs casework
workers=5
programs webtest
sign_in
for login in ben sue mia; do
	as $login
	eval "$login=$session"
done
form_of "$D/note"; hidden "$D/note" > "$work/note"

locked() {	# SECONDS
	: > "$work/locked"
	"$top_builddir/faultpeer" lock "$work/dossier.db" "$1" \
	    > "$work/locked" &
	holder=$!
	wait_for grep -q locked "$work/locked"
	for login in ben sue mia; do
		eval "session=\$$login"
		load "$login" casework "$1" GET "$D"
	done
	for name in a b c d; do
		load "$name$1" webtest $(($1 + 2)) POST /webtest/write
	done
	loaded
	wait $holder
	for login in ben sue mia; do
		is "$1 s locked: readings of $login" "$(answers $login)" 200
		check "none took longer than 1 s: $(longest $login) ms" \
		    [ "$(longest $login)" -lt 1000 ]
	done
	for name in a b c d; do
		case $(answers "$name$1") in
		303|'303 503')	ok "writings: $(answers "$name$1"), the longest wait $(longest "$name$1") ms" ;;
		*)		not_ok "writings: $(answers "$name$1")" ;;
		esac
	done
}
locked 8
if [ -n "${FAULTS_LONG-}" ]; then
	"$top_builddir/faultpeer" lock "$work/dossier.db" 20 > "$work/locked" &
	wait_for grep -q locked "$work/locked"
	cp "$work/note" "$work/fields"
	send "$D/note" text='typed meanwhile'
	status 503
	has 'typed meanwhile'
	wait $!
	locked 30
fi
is 'workers lost' "$(cat "$work"/*.log | wc -l)" 0
kept
whole 'the store verifies'
