# SPDX-License-Identifier: MIT
# /signon/me: what one is here, and what one chose.
serve_more='[mail]
from = office@dossier.test'
. "$(dirname "$0")/harness.sh"

for who in mia ben sue tom zoe ada eve; do
	as $who
	get /signon/me
	status 200
done
has 'No group of the directory gives you a role.'

as mia
get /signon/me
has 'Mia Berger'
has 'Case manager: leads cases'
has 'north-managers'
has 'decide, and say who has access'
has 'This one'
hasnt 'Another browser'
has 'aria-describedby="mail-help" checked'

# a choice, and what is none
post /signon/me language=fr zone=Asia/Tokyo
status 303
follow
status 200
has '<html lang="fr"'
has 'value="Asia/Tokyo"'
is 'kept' "$(sql "SELECT language, zone FROM staff WHERE login = 'mia'")" \
    'fr	Asia/Tokyo'
post /signon/me language=fr zone=Mars/Phobos
status 422
has 'value="Mars/Phobos"'
has 'aria-invalid="true"'
post /signon/me language=xx zone=
status 400
post /signon/me language= zone= rights=255
status 400
is 'still kept' "$(sql "SELECT language, zone, rights FROM staff
    WHERE login = 'mia'")" 'fr	Asia/Tokyo	150'
post /signon/me language= zone=
status 303
is 'taken back' "$(sql "SELECT language || zone FROM staff
    WHERE login = 'mia'")" ''

# mail about handed work: somebody said no, and thinks again
post /signon/me language= zone=
follow
hasnt 'aria-describedby="mail-help" checked'
is 'not wanted' "$(sql "SELECT mail FROM staff WHERE login = 'mia'")" 0
post /signon/me language= zone= mail=1
is 'wanted again' "$(sql "SELECT mail FROM staff WHERE login = 'mia'")" 1

# from the menu of any page, and back to it
form_page=/signon/me post /signon/language language=ja next=/dossiers
status 303
is 'back to the page' "$(location)" /dossiers
for next in //evil.test/ https://evil.test/ '/\evil.test' '' \
    '/	/evil.test' '/a b' '/ä?ö b'; do
	form_page=/signon/me post /signon/language language=de "next=$next"
	status 303
	is 'never elsewhere' "$(location)" /signon/me
done

as nobody
get /signon/me
status 401
has 'name="password"'
raw POST /signon/me
status 401

# rights that the directory has not confirmed for half an hour
as mia
sql_write "UPDATE staff SET directory_id = 'x', checked = $clock - 1801
    WHERE login = 'mia'" >/dev/null
get /signon/me
status 200
get /intake
status 503
has '<a class="btn" href="/intake">Noch einmal versuchen</a>'
sql_write "UPDATE staff SET checked = $clock - 1700
    WHERE login = 'mia'" >/dev/null
get /intake
status 200
