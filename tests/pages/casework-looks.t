# SPDX-License-Identifier: MIT
# Who looked: what is on record of readings, for who manages the case, as a
# table, and as an account for a person concerned.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
S=/dossiers/C-2026-10000087	# restricted: mia alone

as mia
get $D/looks
status 200
has 'No reading is on record.'
printf 'a letter' > "$work/letter.txt"
post $D/documents files=@"$work/letter.txt"
no=$(sql 'SELECT no FROM document')
as ben
get $D/documents/$no
status 200
get $D/report
status 200
get $D/history.csv
status 200
get $D
status 200
get $D/looks
status 403
get $D/looks.csv
status 403
as tom
get $D/looks
status 404

as mia
get $D/looks
status 200
has 'Document “letter.txt” opened'
has 'Report of the case made'
has 'History taken out as a file'
has 'Role in the team'
hasnt 'Page read'
get "$D/looks?kind=document.sent"
has 'Document “letter.txt” opened'
hasnt 'Report of the case made'
get "$D/looks?person=P-10000001"
has 'No reading fits these filters.'
get "$D/looks?to=2020-01-01"
has 'No reading fits these filters.'
get "$D/looks?from=never"
status 422
get $D/looks.csv
status 200
has 'number,entry,when,who,for_whom,what,by,from,why'
has '192.0.2.7'
has 'Document “letter.txt” opened'
get "$D/looks?kind=history.exported"
has 'List of who looked taken out as a file, entries: 3'
has 'Role in the team'

# every page of a restricted case
get $S
get $S/history
get $S/looks
status 200
has 'Page read: The case'
has 'Page read: History'
has 'Access of their own'
get $S/history
hasnt 'Case read'

# many: paged by key, none twice
i=0
while [ $i -lt 60 ]; do
	get $S/documents > /dev/null
	i=$((i + 1))
done
get "$S/looks?kind=dossier.read"
next=$(sed -n 's/.*href="\([^"]*after=[0-9]*\)".*/\1/p' "$reply" | head -1 |
    sed 's/&amp;/\&/g')
check 'there is a second page' [ -n "$next" ]
get "$next"
status 200
has 'Page read: The case'

# the account
get /people/P-20000001
has '/people/P-20000001/account'
get /people/P-20000001/account
status 200
has 'Account of readings'
has 'Clerk'
check 'that it was made is on record' [ "$(sql "SELECT count(*) FROM event
    WHERE kind = 'account.made' AND topic = 'exports'")" = 1 ]
hasnt 'Ben '
get '/people/P-20000001/account?to=2020-01-01'
has 'No reading is on record for these days.'
as ben
get /people/P-20000001
hasnt '/account'
get /people/P-20000001/account
status 403
as tom
get /people/P-20000001/account
status 200
hasnt 'C-2026-10000061'
as zoe
get /people/P-20000001/account
status 200
has 'C-2026-10000061'
