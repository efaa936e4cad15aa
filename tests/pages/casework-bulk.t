# SPDX-License-Identifier: MIT
# One act on the cases that were ticked in a list: what will happen to which,
# what cannot and why, one transaction, one act to undo.
. "$(dirname "$0")/harness.sh"
A=C-2026-10000061 B=C-2026-10000079 R=C-2026-10000087 Z=C-2026-10000102

# bulk PICKS VALUES...: sends the page that these picks lead to
bulk() {
	form_of "/dossiers/bulk?$1"
	hidden /dossiers/bulk > "$work/fields"
	shift
	send /dossiers/bulk "$@"
}

as mia
get '/dossiers?status=active'
has 'action="/dossiers/bulk"'
has "aria-label=\"$A\""
has 'ticked=1'
hasnt ' checked'
get '/dossiers?status=active&ticked=1'
has ' checked'
get '/dossiers/bulk?act=lead'
status 200
has 'No case was chosen.'
get "/dossiers/bulk?act=team&pick=$A&pick=$B&pick=$Z&pick=P-2026-10000095&pick=$A&status=active"
has 'Hand several cases to a team'
has 'Change 1 case'
has '>3 cases</span>'
has 'There is no such case, or it is not for you.'
has 'href="/dossiers?status=active"'
count "value=\"$A." 1
hasnt "value=\"$B."

# labels: any case, closed ones too
post /dossiers/labels name=Flood
bulk "act=label&pick=$A&pick=$Z&status=open" to.label=flood reason='The dam broke.'
status 303
is 'back to the list' "$(location)" '/dossiers?status=open'
follow
has '2 cases were changed.'
get /dossiers?label=flood
has '2 cases'
get /dossiers/$Z
has 'The dam broke.'
bulk "act=label&pick=$A&pick=$B" to.label=flood
status 303
is 'one is left' "$(location)" \
    "/dossiers/bulk?left=1&act=label&to.label=flood&pick=$A"
follow
has '1 case was changed.'
has 'These were left as they are'
has 'The case carries the label “Flood” already.'
bulk "act=unlabel&pick=$A&pick=$B&pick=$Z" to.label=flood
follow
has '3 cases were changed.'
bulk "act=unlabel&pick=$A" to.label=flood
status 409
has 'None of these cases could be changed.'
bulk "act=label&pick=$A" to.label=
status 422
has 'Choose a label.'

# phase, lead, task, team: the values are asked for, the rules hold
bulk "act=move&pick=$A&pick=$R" to.phase=planning reason=
status 422
has 'Say why'
has "value=\"$A."
bulk "act=move&pick=$A&pick=$R" to.phase=planning reason='All is known.'
status 303
follow
has '2 cases were changed.'
is 'one act, one step each' "$(sql "SELECT count(DISTINCT act) || ' ' ||
    count(*) FROM act_step WHERE act = (SELECT max(id) FROM act)")" '1 2'
is 'an event each, with the reason' "$(sql "SELECT count(*) FROM event e
    JOIN event_body b ON b.event = e.id WHERE e.kind = 'phase.moved'
    AND b.body LIKE '%All is known.%'")" 2
bulk "act=lead&pick=$A&pick=$R" to.lead=P-10000002 reason='Mia is away.'
status 303
follow
has '2 cases were changed.'
bulk "act=lead&pick=$A" to.lead=nobody reason=x
status 422
has 'Choose a member of staff from the list.'
bulk "act=task&pick=$A&pick=$R" title='Call them' to.team=north due=2026-12-01 priority=high
status 303
is 'a task each' "$(sql "SELECT count(*) FROM task WHERE title = 'Call them'
    AND priority = 3")" 2
bulk "act=task&pick=$A" title= to.team=north
status 422
bulk "act=task&pick=$A" title=x
status 422
has 'Choose who does it'

# what moved on meanwhile is named, not overwritten
form_of "/dossiers/bulk?act=move&pick=$A&pick=$R"
hidden /dossiers/bulk > "$work/fields"
sql_write "UPDATE dossier SET phase = 'risk' WHERE number = '$A'" > /dev/null
send /dossiers/bulk to.phase=implementation reason='Go.'
status 303
follow
has '1 case was changed. 1 was left as it is'
is 'its phase' "$(sql "SELECT phase FROM dossier WHERE number = '$A'")" risk
is 'of the other' "$(sql "SELECT phase FROM dossier WHERE number = '$R'")" \
    implementation

# one that a rule refuses leaves no trace
events=$(sql "SELECT count(*) FROM event")
bulk "act=team&pick=$A" to.team=north reason='Ours.'
status 409
has 'The team has this case already.'
is 'no event' "$(sql "SELECT count(*) FROM event")" "$events"

# everybody at their own level
as ben
get "/dossiers/bulk?act=lead&pick=$A"
status 403
as sue
get "/dossiers/bulk?act=label&pick=$B&pick=$R"
has 'Change 1 case'
has 'There is no such case, or it is not for you.'
as zoe
get /dossiers
hasnt 'name="pick"'
get "/dossiers/bulk?act=label&pick=$A"
hasnt 'method="post" action="/dossiers/bulk"'
as tom
get "/dossiers/bulk?act=label&pick=$A"
hasnt 'Broken'
as mia
get '/dossiers/bulk?act=task&every=1&status=active'
has "value=\"$A."
hasnt "value=\"$Z."
