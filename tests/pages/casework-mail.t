# SPDX-License-Identifier: MIT
# Mail on its whole way: from what people do, by a real sendmail, into a real
# server, read by another parser.
serve_more='[mail]
from = office@example.org
timeout = 1'
. "$(dirname "$0")/../nobody.sh"
[ -x /usr/bin/msmtp ] || { echo '1..0 # SKIP msmtp is not installed'; exit 0; }
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null ||
    { echo '1..0 # SKIP aiosmtpd is not installed'; exit 0; }
. "$top_srcdir/tests/pages/harness.sh"
box=$work/box taker='' at_end=taker_ends
mkdir "$box"
D=/dossiers/C-2026-10000061

taker_ends() { [ -z "$taker" ] || kill "$taker" 2>/dev/null; }
taker_is_there() {	# [CERTIFICATE KEY]
	rm -f "$box/port"
	/usr/bin/python3 "$top_srcdir/tests/tool/smtptaker.py" serve "$box" \
	    "$@" 2> "$work/taker" &
	taker=$!
	i=0
	until [ -s "$box/port" ] || [ $i = 100 ]; do
		sleep 0.05; i=$((i + 1))
	done
}
sendmail_is() {		# LINE...: how the site's own program sends
	printf 'account default\nhost localhost\nport %s\nauth off\n' \
	    "$(cat "$box/last")" > "$work/msmtprc"
	printf '%s\n' "$@" >> "$work/msmtprc"
}
cat > "$work/sendmail" <<END
#!/bin/sh
exec /usr/bin/msmtp --file="$work/msmtprc" "\$@"
END
chmod 755 "$work/sendmail"
sed -i "/^from = office/a sendmail = $work/sendmail" "$work/dossier.conf"

# clock: empties the outbox now; $mails is what arrived.
clock() {
	DOSSIER_NOW=$clock DOSSIER_CONF=$work/dossier.conf \
	    "$top_builddir/dossier-clock" --job outbox 2> "$work/stderr"
	fetch
}
fetch() {
	/usr/bin/python3 "$top_srcdir/tests/tool/smtptaker.py" show "$box" \
	    > "$reply"
	cat "$reply" >> "$work/all"
	mails=$(grep -c '^----$' "$reply")
}
answer() { printf '%s\n' "$1" > "$box/say"; }
waiting() {
	sql "SELECT count(*) FROM outbox WHERE ended IS NULL AND said <> ''"
}

note() {	# TEXT: Ben writes it, and Mia leads the case
	as ben
	post $D/note text="$1"
	[ "$status_now" = 303 ] || not_ok "$1 is written"
	later 70
}
link="http://dossier.test$site_path/dossiers/C-2026-10000061"
sql_write "UPDATE person SET email = 'mia.berger@example.org',
        name = 'Mia Bäriswyl-Größe, Dr.' WHERE id = 1;
    UPDATE person SET email = 'sue@example.org', name = '朴 秀'
     WHERE id = 3;
    UPDATE person SET email = 'ben@example.org' WHERE id = 2;
    INSERT INTO notice_choice (person, kind, mode)
    VALUES (1, 'change', 'now'), (1, 'mention', 'now'),
        (2, 'assigned', 'none')" > /dev/null
taker_is_there
sendmail_is 'tls off'

now_is='at once: '
note 'The roof of the ankle leaks, @mia.'
clock
is 'one mail for all that is new' "$mails" 1
has 'x-taken: from office@example.org to mia.berger@example.org tls no'
has 'from: Test Office <office@example.org>'
has 'to: "Mia Bäriswyl-Größe, Dr." <mia.berger@example.org>'
has 'subject: Test Office: What is new for you'
has "date: $clock"
has 'auto-submitted: auto-generated'
has 'charset: text/plain, utf-8'
has 'defects: 0'
check 'message-id of its own' grep -qE \
    '^message-id: <[0-9a-f]{24}@example.org>$' "$reply"
has 'You are mentioned in a note on case C-2026-10000061.'
has "  $link"
has "http://dossier.test$site_path/signon/me"
clock
is 'and no more' "$mails" 0

now_is='digest: '
as sue
post $D/follow follow=yes
post /signon/me mail=1 assigned=digest approval=digest change=digest \
    mention=digest hour=7
sql_write "UPDATE staff SET language = 'ja' WHERE person = 3" > /dev/null
note 'The ladder broke, @mia.'
clock
is 'Mia at once, Sue at her hour' "$mails" 1
has 'to: "Mia'
later $((17 * 3600 + 50 * 60))	# 6:52 at her office
clock
is 'not yet' "$mails" 0
later 600
clock
is 'then' "$mails" 1
has 'to: 朴 秀 <sue@example.org>'
has "subject: Test Office: $(sed -n '/^msgid "What is new for you"/ {
    n; s/msgstr "\(.*\)"/\1/p; }' "$top_srcdir/templates/po/ja.po")"
has "  $link"
has 'defects: 0'
hasnt 'Case C-'

now_is='none: '
as mia
post $D/tasks/new title='Call the roofer' priority=normal owner=P-10000002
later 70
clock
is 'no mail' "$mails" 0
as ben
get /notices
has 'Call the roofer'

now_is='emergency: '
sql_write "UPDATE person SET email = 'zoe@example.org' WHERE id = 5;
    INSERT INTO glass (number, dossier, person, reason, words, opened,
	until, due)
    SELECT 'E-48392070', d.id, 4, 'danger', 'The hospital called.',
	$clock, $clock + 3600, $clock + 86400 FROM dossier d
     WHERE d.number = 'C-2026-10000061';
    INSERT INTO outbox (person, dossier, no, queued, due, glass)
    SELECT f.person, g.dossier, 0, $clock, $clock, g.id
      FROM staff f, glass g WHERE f.person IN (1, 5)" > /dev/null
clock
is 'who leads it and who audits, at once' "$mails" 2
count 'subject: Test Office: Emergency access' 2
count 'Tom Rossi opened a case in an emergency.' 2
count "  http://dossier.test$site_path/break-glass/E-48392070" 1
hasnt 'C-2026'
hasnt 'hospital'

now_is='not now: '
answer '451 4.7.1 Try later'
note 'A fourth time, @mia.'
clock
is 'nothing arrived' "$mails" 0
is 'it waits' "$(waiting)" 1
as ada
get /admin/mail
has 'mia.berger@example.org'
has '451 4.7.1 Try later'
get /admin
has ' in vain: '
rm "$box/say"
clock
is 'it is not tried at once' "$mails" 0
later 300
clock
is 'it is later' "$mails" 1
as ada
get /admin/mail
has 'Every mail that was due has been taken.'

now_is='never: '
answer '550 5.1.1 No such person'
note 'A fifth, @mia.'
clock
rm "$box/say"
as ada
get /admin/mail
has 'Given up in the last 30 days'
has '550 5.1.1 No such person'
later 9000
clock
is 'is not tried again' "$mails $(waiting)" '0 0'

now_is='deaf: '
answer hang
note 'A sixth, @mia.'
clock
is 'nothing arrived' "$mails $(waiting)" '0 1'
has_said() { sql 'SELECT said FROM outbox WHERE ended IS NULL' |
    grep -qF "$1"; }
check 'it is told' has_said 'did not answer in time'
kill "$taker"; rm "$box/say"
later 300
now_is='away: '
clock
is 'nothing arrived' "$mails $(waiting)" '0 1'
check 'it is told' has_said 'cannot connect to localhost'
taker_is_there
later 300
clock
is 'it arrives when the server is back' "$mails" 1

now_is='four clocks: '
sql_write "UPDATE person SET email = login || '@example.org' FROM staff
     WHERE person = id" > /dev/null
answer slow
note 'A seventh, @mia, @sue.'
later 86400
for i in 1 2 3 4; do
	DOSSIER_NOW=$clock DOSSIER_CONF=$work/dossier.conf \
	    "$top_builddir/dossier-clock" --job outbox 2>/dev/null &
	clocks="${clocks-} $!"
done
# shellcheck disable=SC2086
wait $clocks
rm "$box/say"
fetch
is 'each mail arrives once' "$(grep '^to: ' "$reply" | sort | uniq -c |
    awk '$1 > 1' | wc -l) $((mails > 1))" '0 1'
clock
is 'and none is left' "$mails" 0

# Links and codes of what is shared with people outside.
shares_clock() {
	DOSSIER_NOW=$clock DOSSIER_CONF=$work/dossier.conf \
	    "$top_builddir/dossier-clock" --job shares 2> "$work/stderr"
	fetch
}
share_with() {	# FIELDS...
	as mia
	post $D/shares/new name="$whom" purpose='For your opinion.' \
	    until="$(date -u -d "@$((clock + 864000))" +%F)" part.stage=1 \
	    email="$email" "$@"
}
link_of() { grep -o '/portal/share/[A-Za-z0-9_-]*' "$reply"; }
share=
page_of() { share=$(sql 'SELECT max(no) FROM share'); get $D/shares/$share; }
opens() {	# LINK CODE
	as nobody; guest=''
	post "$1" code="$2"
}

email=weber@example.org whom='Dr. Weber'
now_is='shared: '
for apart in '' weber@example.org 'Weber+Code@EXAMPLE.org' nonsense; do
	share_with way=mail apart="$apart"
	status 422
	has 'id="apart-error"'
done
has 'value="Dr. Weber"'
email='' share_with way=phone
status 422
has 'id="email-error"'
sql_write "UPDATE person SET email = 'el@example.org', language = 'it'
     WHERE name LIKE 'Élodie%'" > /dev/null
is 'nothing is shared' "$(sql 'SELECT count(*) FROM share')" 0
share_with way=phone language=de
status 200
hasnt /portal/share/
code=$(sed -n 's/.*id="secret"[^>]*value="\([^"]*\)".*/\1/p' "$reply")
page_of
has '>waits<'
hasnt "$code"
shares_clock
is 'the link left' "$mails" 1
has 'x-taken: from office@example.org to weber@example.org'
has 'to: "Dr. Weber" <weber@example.org>'
has 'Mia Bäriswyl-Größe, Dr.'
has 'defects: 0'
for word in "$code" opinion Broken C-2026; do hasnt "$word"; done
link=$(link_of)
nowhere() { ! grep -qF "$1" "$work"/dossier.db*; }
check 'the link is in no store' nowhere "${link##*/}"
is 'nor is the code' "$(sql "SELECT count(*) FROM share
    WHERE unsent <> ''")" 0
page_of
has 'left <time'
get $D/history
has 'Link for Dr. Weber mailed to weber@example.org'
hasnt "${link##*/}"
opens "$link" "$code"
status 303
shares_clock
is 'and leaves once' "$mails" 0

now_is='shared by two ways: '
old=$link
as mia
post $D/shares/$share/renew email=weber@example.org way=mail \
    apart=secretary@example.com language=en
status 303
answer '451 4.7.1 Try later'
shares_clock
is 'not now' "$mails" 0
page_of
has '451 4.7.1 Try later'
as ada
get /admin/mail
has '2 were not taken yet.'
hasnt weber
rm "$box/say"
later 300
shares_clock
is 'two mails' "$mails" 2
count 'x-taken: from office@example.org to weber@example.org' 1
count 'x-taken: from office@example.org to secretary@example.com' 1
count /portal/share/ 1
link=$(link_of)
code=$(grep -oE '^  [A-Z2-9]{4}-[A-Z2-9]{4}$' "$reply" | tr -d ' ')
check 'the link is in no store' nowhere "${link##*/}"
opens "$old" "$code"
is 'the former link' "$status_now" 404
opens "$link" "$code"
status 303

now_is='by the register: '
email='' whom='' share_with receiver="$(sql "SELECT y.no FROM party y
    JOIN person p ON p.id = y.person WHERE p.email = 'el@example.org'
     AND y.dossier = (SELECT id FROM dossier
         WHERE number = 'C-2026-10000061')")" way=phone
status 200
shares_clock
has 'to el@example.org'
has "subject: Test Office: $(sed -n '/^msgid "Something is shared with you"/ {
    n; s/msgstr "\(.*\)"/\1/p; }' "$top_srcdir/templates/po/it.po")"

now_is='shared in vain: '
answer '550 5.1.1 No such person'
share_with way=phone
shares_clock
rm "$box/say"
page_of
has 'did not leave'
has '550 5.1.1 No such person'
get /notices
has 'The mail with the link for Dr. Weber was not taken'
get $D/history
has 'Link for Dr. Weber could not be mailed to weber@example.org'
is 'no code is left' "$(sql "SELECT count(*) FROM share
    WHERE unsent <> ''")" 0
share_with way=mail apart=secretary@example.com
page_of
post $D/shares/$share/end why='Not them.'
later 300
shares_clock
is 'nothing leaves of what was revoked' "$mails" 0
clock

now_is='encrypted: '
kill "$taker"
for name in mail other; do
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 \
	    -nodes -subj '/CN=localhost' -days 2 \
	    -addext 'subjectAltName=DNS:localhost' -keyout "$work/$name.key" \
	    -out "$work/$name.crt" 2> /dev/null
done
taker_is_there "$work/mail.crt" "$work/mail.key"
sendmail_is 'tls on' "tls_trust_file $work/other.crt"
note 'An eighth, @mia.'
clock
is 'not to a stranger' "$mails $(waiting)" '0 1'
check 'it is told' has_said 'TLS certificate verification failed'
sendmail_is 'tls on' "tls_trust_file $work/mail.crt"
later 300
clock
has 'to mia@example.org tls yes'

now_is='all mails: '
cp "$work/all" "$reply"
for word in ankle ladder roof time fourth; do
	hasnt "$word"
done
