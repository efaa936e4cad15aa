# SPDX-License-Identifier: MIT
# The page of a dossier, its notes and facts, and who may see it.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D
status 200
has '<title>C-2026-10000061 Broken &lt;ankle&gt;'
has 'aria-current="step"'
has 'Mia Berger'
has 'href="/people/P-20000001"'
has 'Nothing is planned yet.'

get $D/note
status 200
post $D/note text='She called <b>twice</b>.'
status 303
has "Location: $D"
get $D
has 'She called &lt;b&gt;twice&lt;/b&gt;.'
post $D/note text=
status 422
has 'aria-invalid="true"'

get $D/change
status 200
has 'name="f.subject"'
post $D/change title='Broken ankle' f.subject=service why='typing mistake'
status 303
get $D
has 'Broken ankle'
has 'Service'
post $D/change title= f.subject=service
status 422
# a stale save shows both texts, and loses neither
post $D/change version=1 was= title='My other title' f.subject=billing
status 409
has 'Somebody else saved this meanwhile'
has 'My other title'
has '<span class="pre">Billing</span>'
has '>Broken ankle<'
get $D
has '>Broken ankle<'

# who may only read is offered no act, and refused when trying
as zoe
get $D
status 200
hasnt 'Add a note'
get $D/note
status 403
# absent and hidden are the same page
as tom
get $D
status 404
get /dossiers/C-2026-99999999
status 404
as ben
get /dossiers/C-2026-10000087
status 404

# who else is here
later 600
as mia
get $D
hasnt 'is here, too'
as ben
get $D
has 'Mia Berger is here, too'
get $D/change
has 'Mia Berger is here, too'
later 10
as mia
get $D/documents
has 'Ben '
has 'is here, too'
as zoe
get $D
has 'are here, too'
later 200
get $D
hasnt 'here, too'

# what notes and documents say is found, also after more was written
as mia
post $D/note text='The Zwetschgenkuchen was cold.'
printf 'x' > "$work/Gasrechnung.txt"
post $D/documents files=@"$work/Gasrechnung.txt"
for word in zwetschgenkuchen gasrechnung; do
	get "/find?text=$word"
	has 'C-2026-10000061'
done
get $D/change
post $D/change title='Another title' f.subject=service
status 303
get '/find?text=another+cold+gasrechnung'
has 'C-2026-10000061'
as tom
get '/find?text=zwetschgenkuchen'
hasnt 'C-2026-10000061'

# a large case: every page stays light, and every list is reachable
as mia
many() {	# TABLE COLUMNS VALUES
	sql_write "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1
	    FROM n WHERE i < 110) INSERT INTO $1 (dossier, $2)
	    SELECT 1, $3 FROM n" > /dev/null
}
many note 'no, text, written' \
    "1000 + i, 'They will send the receipts of item ' || i, 1795000000"
many task 'no, title, priority, due, created' \
    "2000 + i, 'Compare the receipts of item ' || i, 2, 1796000000 + i, 1"
many document 'no, name, name_key, media_type, bytes, sha256, added' \
    "3000 + i, 'Receipt ' || i, 'receipt', 'text/plain', 1, 'x', 1795000000"
many party 'no, person, role, added' \
    "4000 + i, (SELECT id FROM person WHERE number = 'P-20000001'),
    'complainant', 1795000000"
light() {
	is "$1 is light" "$([ "$(wc -c < "$reply")" -lt 50000 ]; echo $?)" 0
}
get $D
light 'the case'
has 'All 11'
has 'part=people'
seen=
for list in tasks documents; do
	get $D/$list
	light "its $list"
	pages=1
	while next=$(grep -o 'href="[^"]*after=[0-9]*' "$reply"); do
		get "$(echo "${next#*\"}" | sed 's/&amp;/\&/g')"
		light "the next $list"
		pages=$((pages + 1))
	done
	is "pages of $list" $pages 3
done
