# SPDX-License-Identifier: MIT
# Lists kept under a name: kept, opened by link, shared, changed, deleted.
. "$(dirname "$0")/harness.sh"

# keep NAME SHARE FILTERS: keeps a view, and gets its number
keep() {
	form_of "/dossiers/views/new?$3"
	hidden /dossiers/views/new > "$work/fields"
	send /dossiers/views/new name="$1" share="$2"
	view=$(location | sed 's/.*view=//')
}

as ben
get '/dossiers?status=open&owner=none'
has 'href="/dossiers/views/new?status=open&amp;owner=none"'
hasnt 'All views'
get /dossiers/views
has 'You keep no view yet.'
keep 'Nobody’s <open>' '' 'status=open&owner=none&sort=received-down&columns=number,title,age'
status 303
mine=$view
is 'the address it shows' "$(location)" "/dossiers?status=open&owner=none&sort=received-down&columns=number%2Ctitle%2Cage&view=$mine"
follow
has 'The view “Nobody’s &lt;open&gt;” is kept.'
has 'aria-current="page">Nobody’s &lt;open&gt;</a>'
has '>Age</th>'
hasnt 'no longer those of'
get "/dossiers/views/$mine"
status 303
follow
has 'Lost parcel'
hasnt 'Broken &lt;ankle'
get "/dossiers?status=closed&view=$mine"
has 'The filters are no longer those of “Nobody’s &lt;open&gt;”.'
has "/dossiers/views/$mine/change?refilter=1&amp;status=closed"
keep '' '' status=open
status 422
has 'value="open"'
# one's own names differ, but for the case of letters
keep 'nobody’s <OPEN>' '' status=closed
status 422
has 'You keep a view of this name already.'
# a clerk does not share
keep 'For all' everybody status=open
status 422
has 'Views are shared by those who lead cases.'

# nobody else opens it
as mia
get "/dossiers/views/$mine"
status 404
get "/dossiers/views/$mine/change"
status 404

# shared with the team, with everybody, not with a team of others
keep 'North' team:north 'status=active&type=complaint'
status 303
north=$view
get '/dossiers/views/new?status=active'
has 'value="team:north"'
hasnt 'value="team:south"'
keep 'South' team:south status=active
status 422
has 'Choose a team that you work in.'
keep 'All restricted' everybody 'text=restricted'
everybody=$view
as sue
get "/dossiers/views/$north"
status 303
get /dossiers/views
has 'Mia Berger'
has '>North</a>'
get "/dossiers/views/$north/change"
status 403
has 'This view belongs to Mia Berger'
get "/dossiers/views/$north/delete"
status 403
get "/dossiers?status=active&type=complaint&view=$north"
has 'A view of Mia Berger.'
hasnt 'Keep them in this view'
as tom
get "/dossiers/views/$north"
status 404
# the rows follow the rights of who opens it
get "/dossiers/views/$everybody"
status 303
follow
has 'No case fits these filters.'
hasnt 'C-2026-10000087'

# changed and deleted by the owner
as mia
get "/dossiers/views/$north/change"
has 'checked type="radio" value="team:north"'
post "/dossiers/views/$north/change" name='The North' share=
status 303
follow
has 'The view “The North” was changed.'
form_of "/dossiers/views/$north/change?refilter=1&status=closed"
hidden "/dossiers/views/$north/change" > "$work/fields"
cp "$work/fields" "$work/stale"
send "/dossiers/views/$north/change" name='Closed North'
is 'its filters are new' "$(location)" "/dossiers?status=closed&view=$north"
get "/dossiers/views/$north/change"
hidden "/dossiers/views/$north/change" | grep form_key > "$work/fields"
grep -v form_key "$work/stale" >> "$work/fields"
send "/dossiers/views/$north/change" name='Late'
status 409
has 'This view was changed elsewhere meanwhile.'
as sue
get "/dossiers/views/$north"
status 404
as mia
get "/dossiers/views/$north/delete"
status 200
post "/dossiers/views/$north/delete"
status 303
follow
has 'The view “Closed North” was deleted.'
get "/dossiers/views/$north"
status 404

# what a view names may be gone: a sentence, not a fault
get '/dossiers?type=gone&owner=P-99999999&team=nowhere&label=none&field=x&columns=number,f.x'
status 200
has 'Type: “gone” does not exist (any more), so nothing is found.'
has 'Lead: “P-99999999” does not exist'
has 'Team: “nowhere” does not exist'
has 'Label: “none” does not exist'
has 'Field: “x” does not exist (any more), so it is left out.'
has 'Column: “x” does not exist in this list'
