# SPDX-License-Identifier: MIT
# Sharing rooms: made, opened with link and code, looked at, and shut; and that
# nothing else of the house is seen from outside.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

secrets() {	# of the page that shows them
	link=$(sed -n 's/.*id="link".*/&/p' "$reply" |
	    grep -o '/portal/share/[A-Za-z0-9_-]*')
	code=$(grep -o 'id="secret"[^>]*>' "$reply" |
	    sed 's/.*value="\([^"]*\)".*/\1/')
}
share_with() {	# NAME FIELDS...: $link, $code and $no
	name=$1; shift
	as mia
	post $D/shares/new name="$name" purpose='For your opinion.' \
	    until=2026-12-08 "$@"
	secrets
	no=$(sql 'SELECT max(no) FROM share')
	as nobody
	now_is='outside: '
	guest=
}
enter() {
	post "$link" code="$code"
}
nothing() {	# SENTENCE: the one page for all that is not there
	sed '1,/^\r*$/d' "$reply" > "$work/page"
	[ -f "$work/nothing" ] || cp "$work/page" "$work/nothing"
	check "$1: 404 (it is $status_now)" [ "$status_now" = 404 ]
	check "$1: the constant page" cmp -s "$work/page" "$work/nothing"
}

as mia
for n in contract secret expertise; do
	printf 'the %s' "$n" > "$work/$n.txt"
	post $D/documents files=@"$work/$n.txt"
done
no_of() { sql "SELECT no FROM document WHERE name = '$1.txt'"; }
contract=$(no_of contract) expertise=$(no_of expertise)

# each mistake stands at its field, and what was typed stays
get $D/shares
status 200
has 'Nothing of this case is shared.'
get $D/shares/new
has 'contract.txt'
has 'value="2026-12-08"'
post $D/shares/new until=2026-11-01 purpose= email=nonsense
status 422
has 'id="purpose-error"'
post $D/shares/new until=2026-11-01 purpose=Opinion email=nonsense
status 422
for field in until name email what; do has "id=\"$field-error\""; done
post $D/shares/new name='Dr. <Weber>' purpose=Opinion until=2028-01-01 \
    document.$contract=1
status 422
has 'A link is good for a year at most.'
has 'value="Dr. &lt;Weber&gt;"'
share_with 'Dr. <Weber>' document.$contract=1 document.$expertise=1 \
    part.stage=1
status 200
has 'Both are shown this once.'
is 'signs of the link' "${#link}" $((14 + 43))
is 'signs of the code' "$(printf %s "$code" | tr -d '-' | wc -c)" 8
as mia
get $D/shares
hasnt "${link##*/}"
hasnt "$code"
has 'Dr. &lt;Weber&gt;'
as ben
get $D/shares
status 200
as zoe
get $D/shares/new
status 403

# the link says nothing before the code
as nobody
now_is='outside: '
get "$link"
status 200
has 'Something is shared with you'
hasnt Weber
hasnt contract
hasnt 'Sign in'
hasnt 'href="/"'
get /portal
nothing 'no session'
header HTTP_ORIGIN=http://elsewhere.example
post "$link" code="$code"
status 403
no_headers
hasnt Weber
enter_wrong() { post "$link" code=WRON-GCOD; }
enter_wrong
status 422
has 'This is not the code.'
post "$link" code="$(printf %s "$code" | tr 'A-Z-' 'a-z ')"
status 303
check 'its cookie goes to the portal alone' grep -q \
    "^Set-Cookie: dossier_portal=.*; Path=$site_path/portal; HttpOnly; SameSite=Strict" \
    "$reply"
get /portal
status 200
for word in contract.txt expertise.txt Broken 'For your opinion.' \
    'Shared by Mia'; do has "$word"; done
for word in secret.txt Élodie parties-head C-2026 'My work'; do
	hasnt "$word"
done
get '/portal?language=de'
has '<html lang="de"'
has 'dossier_portal_language=de'
get '/portal?language=xx'
status 400
get /portal/documents/1
status 200
has 'the contract'
has 'Content-Disposition: attachment'
get /portal/documents/3
nothing 'no such number'
get "$D"
status 401
get /dossiers
status 401

# every look stands in the log and in the history, whatever log_reads says
as mia
get $D/shares/$no
status 200
has 'Dr. &lt;Weber&gt; opened “contract.txt”'
has 'Dr. &lt;Weber&gt; looked at what is shared'
has 192.0.2.7
get $D/history
has 'Dr. &lt;Weber&gt; opened “contract.txt”'
is 'looks are nobody’s of the house' "$(sql "SELECT count(*) FROM event
    WHERE kind IN ('share.looked', 'share.opened', 'document.fetched')
      AND actor IS NOT NULL")" 0

# who looked: beside the staff, with what and when, and for a person concerned
get $D/looks
status 200
has 'Document “contract.txt” opened'
has 'What is shared looked at'
has "href=\"$D/shares/$no\">Dr. &lt;Weber&gt;</a>"
get "$D/looks?kind=document.fetched"
has 'Document “contract.txt” opened'
hasnt 'Sharing room opened'
get $D/looks.csv
has 'Dr. <Weber>'
get /people/P-20000001/account
status 200
has 'Dr. &lt;Weber&gt;'
has 'Document “contract.txt” opened'
get $D/people
has "href=\"$D/shares/$no\">Dr. &lt;Weber&gt;</a>"

get /notices
has 'Dr. &lt;Weber&gt; opened what you share'
has "href=\"$D/shares/$no\""

# another day
post $D/shares/$no/until until=2026-11-01
status 422
has 'id="until-error"'
post $D/shares/$no/until until=2026-12-20
status 303
get $D/shares/$no
has 'Sun 20 Dec 2026, 23:59'
get $D/history
has 'Sharing with Dr. &lt;Weber&gt; goes until Sun 20 Dec 2026 now'

# what is no way in
as nobody
now_is='outside: '
fetched() {
	sql "SELECT count(*) FROM event WHERE kind = 'document.fetched'"
}
before=$(fetched)
raw HEAD /portal/documents/1
status 200
hasnt 'the contract'
header HTTP_RANGE=bytes=0-2
get /portal/documents/1
has 'the contract'
no_headers
is 'each is on record' "$(fetched)" $((before + 2))
for method in PUT DELETE OPTIONS PATCH; do
	raw $method /portal/documents/1
	status 405
done
raw POST /portal/documents/1
status 405
for path in documents/0 documents/-1 documents/01 \
    documents/99999999999999999999 share/"${link##*/}a" \
    share/"$(printf %s "${link##*/}" | tr a-zA-Z A-Za-z)"; do
	get "/portal/$path"
	nothing "$path"
done
for path in / /documents/1/ /../dossiers /%2e%2e/dossiers \
    "/share/$(head -c 6000 /dev/zero | tr '\0' a)"; do
	raw GET "/portal$path"
	case $status_now in 4*) ok "no way: $(printf %.20s "$path")";;
	*) not_ok "no way: $path";; esac
done
header HTTP_HOST=elsewhere.example
get /portal
hasnt elsewhere.example
no_headers
kept=$guest
guest=$(head -c 6000 /dev/zero | tr '\0' a)
get /portal
nothing 'a cookie that is none'
guest=$kept
as mia

# what changes on the case shows at once
post $D/documents/$contract/withdraw why='Not this one.'
post $D/documents/$expertise/change name=Report.txt kind=letter
as nobody
now_is='outside: '
get /portal
status 200
hasnt contract.txt
has Report.txt
get /portal/documents/1
nothing 'withdrawn'
as mia
get $D/shares/$no
has 'a document that is not shown any more'

# a room shows what was chosen for it, and no other room's documents
first=$guest
share_with Anna document.$expertise=1 part.parties=1 part.hearings=1 \
    part.deadlines=1
enter
get /portal
status 200
has Élodie
has 'No hearing is set.'
has 'No deadline runs.'
hasnt 'Broken'
get /portal/documents/2
nothing 'of another room'
post /portal/leave
status 200
has 'You have left'
get /portal
nothing 'after leaving'

# staff are nobody here, and a guest is nobody there
as mia
get /portal
nothing 'cookie of staff'

# revoked: gone for who reads it now, too
as nobody
guest=$first
get /portal
status 200
as mia
first_share=$(sql 'SELECT min(no) FROM share')
post $D/shares/$first_share/renew
status 200
secrets
second=$link
as nobody
get /portal
nothing 'after a new link'
link=$second enter
status 303
get /portal
status 200
as mia
post $D/shares/$first_share/end why='It is here.'
status 303
as nobody
get /portal
nothing 'after it was revoked'
get "$second"
nothing 'a link that was revoked'
get /portal/share/nonsense
nothing 'a link that never was'
as mia
get $D/shares/$first_share
has 'It is here.'
hasnt 'Revoke</button>'

# five wrong codes lock it, also for the right one
share_with Bert part.stage=1
for i in 1 2 3 4; do enter_wrong; done
status 422
enter_wrong
nothing 'the fifth'
enter
nothing 'the right code afterwards'
as mia
get $D/shares/$no
has 'so the link is locked'
get /notices
has 'The link for Bert is locked'
post $D/shares/$no/renew
secrets
as nobody
enter
status 303

# half an hour, then the code again; and when its day is over nothing
later 1801
get /portal
nothing 'after half an hour'
enter
get /portal
status 200
later $((15 * 86400))
get "$link"
nothing 'after its day'

# who made it does not work there any more: the lead answers for it
clock=1795521600
sql_write "UPDATE share SET maker = (SELECT person FROM staff
    WHERE login = 'ben') WHERE no = $no" > /dev/null
enter
get /portal
has 'Shared by Ben'
sql_write "UPDATE staff SET enabled = 0 WHERE login = 'ben'" > /dev/null
get /portal
status 200
has 'Shared by Mia'
sql_write "UPDATE dossier SET lead = NULL" > /dev/null
get /portal
nothing 'when nobody answers for it'
sql_write "UPDATE dossier SET lead = (SELECT person FROM staff
    WHERE login = 'mia')" > /dev/null
get /portal
status 200

# who guesses links has to wait
get /portal/share/guess
nothing 'a guess'
sql_write "UPDATE signin_failure SET count = 29
    WHERE key = 'portal:192.0.2.7'" > /dev/null
get /portal/share/guess
nothing 'the thirtieth'
get /portal/share/guess
status 429
get "$link"
status 429
later 901
get "$link"
status 200
