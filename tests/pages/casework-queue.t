# SPDX-License-Identifier: MIT
# The queue: filters in the address, words that can be removed, sorting.
. "$(dirname "$0")/harness.sh"

as mia
get /dossiers
status 200
has '<title>Cases'
has '4 cases'
has 'C-2026-10000087'
hasnt 'P-2026-10000095'
get '/dossiers?status=closed'
has 'Noise at night'
hasnt 'Broken &lt;ankle'
has 'Status: <b>Closed</b> <a aria-label="Remove Status" href="/dossiers"'
get '/dossiers?owner=me&status=open'
has 'Lead: <b>me</b> <a aria-label="Remove Lead" href="/dossiers?status=open"'
has 'Broken &lt;ankle'
hasnt 'Lost parcel'
get '/dossiers?owner=none&status=open'
has 'Lost parcel'
hasnt 'Broken &lt;ankle'
post /dossiers/C-2026-10000079/change title='Lost parcel' f.subject=delivery
get '/dossiers?text=parcel'
has '1 case'
has 'Lost parcel'
get '/dossiers?type=permit'
has 'No case fits these filters.'
get '/dossiers?sort=title-down'
has 'aria-sort="descending"'
get '/dossiers?type=complaint&field=subject&value=product'
has 'Subject: <b>Product</b> <a aria-label="Remove Subject" href="/dossiers?type=complaint"'
has 'No case fits these filters.'
post /dossiers/C-2026-10000061/change title='Broken ankle' f.subject=product
get '/dossiers?type=complaint&field=subject&value=product'
has 'C-2026-10000061'
get '/dossiers?team=nowhere'
has 'No case fits these filters.'
get '/dossiers?status=lost'
status 400
get '/dossiers?colour=red'
status 400
# a restricted dossier is absent for others, from the count as well
as ben
get /dossiers
has '3 cases'
hasnt 'C-2026-10000087'
as zoe
get /dossiers
hasnt 'C-2026-10000087'
has 'P-2026-10000095'
as ada
get /dossiers
status 403
as mia
get '/dossiers?status=active'
has 'Broken ankle'
hasnt 'Noise at night'
has 'aria-current="page"'

# columns: chosen by place, kept in the address, fields of the type too
get /dossiers
has '>Lead</th>'
hasnt '>Team</th>'
get '/dossiers?arrange=1&status=open&sort=title-down&c.title=2&c.team=1&c.age=x'
status 303
is 'the columns in their order' "$(location)" \
    '/dossiers?status=open&sort=title-down&columns=number%2Cteam%2Ctitle'
follow
has '>Team</th>'
hasnt '>Lead</th>'
has 'name="c.team"'
has '<input type="hidden" name="columns" value="number,team,title"'
has 'selected value="title-down"'
get '/dossiers?arrange=1'
is 'none chosen: the usual ones' "$(location)" /dossiers
get '/dossiers?columns=title,title,touched,age,outcome,labels,medium,requester,status,type,team,risk'
has '>Age</th>'
hasnt '>Team</th>'
count '<th ' 1
get '/dossiers?type=complaint&columns=number,f.subject,f.vulnerable,f.amount'
has '>Subject</th>'
has '>Product</span>'
get '/dossiers?type=permit&columns=number,f.subject'
has 'Column: “subject” does not exist in this list'

# More staff than a list should have: the lead is typed.
get /dossiers
has '<select name="owner"'
sql_write "INSERT INTO person (id, number, name, name_key, created)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
      WHERE i < 60)
    SELECT 5000 + i, 'P-5000' || (1000 + i), 'Clerk ' || i, 'clerk ' || i, 1
      FROM n" > /dev/null
sql_write "INSERT INTO staff (person, login, rights)
    SELECT id, name_key, 2 FROM person WHERE id > 5000" > /dev/null
get '/dossiers?status=open'
hasnt '<select name="owner"'
has 'list="leads"'
get '/dossiers?owner=Mia&status=open'
has C-2026-10000061
hasnt 'Lost parcel'
get '/dossiers?owner=nobody+such&status=open'
has 'No case fits these filters.'

# by risk first, then by what is due, and the row says why
as mia
before() {	# FIRST SECOND: in the order of the page
	is "$1 stands before $2" "$(grep -oE "\"number\">.*(>$1<|>$2<)" \
	    "$reply" | grep -oE "$1|$2" | uniq | tr '\n' ' ')" "$1 $2 "
}
post /dossiers/C-2026-10000061/change title='Broken ankle' f.subject=product \
    f.harm=health f.vulnerable=1
post /dossiers/C-2026-10000079/change title='Lost parcel' f.subject=delivery \
    f.harm=loss f.amount=900 f.answer_by=2026-11-25
get '/dossiers?status=active'
has 'Highest risk first, then due'
before C-2026-10000061 C-2026-10000079
has 'High</span>'
has 'Moderate</span>'
has 'score 8 · '
has '<a aria-label="Why? Broken ankle" href="/dossiers/C-2026-10000061/decisions/'
get '/dossiers?status=active&sort=due'
has 'Due first'
before C-2026-10000079 C-2026-10000061
get '/dossiers?status=active&sort=risk'
before C-2026-10000079 C-2026-10000061
get '/dossiers?type=complaint&risk=3'
has '1 case'
has 'Broken ankle'
post /dossiers/C-2026-10000079/change title='Lost parcel' f.subject=delivery \
    f.harm=health f.amount=900 f.answer_by=2026-11-25
get '/dossiers?status=active'
before C-2026-10000079 C-2026-10000061	# both are high: one is due
