# SPDX-License-Identifier: MIT
# Somebody is away: the form, who stands in and sees what, the end.
. "$(dirname "$0")/harness.sh"
D=/dossiers/P-2026-10000095

as ben
get $D
status 404
as tom
get /absence
status 200
has 'You have entered no absence'
has 'Nobody whom you manage'
post $D/tasks/new title='Call the builder' owner=P-10000004 priority=normal
status 303
get /absence/new
status 200
has 'value="2026-11-24"'
post /absence/new substitute= begins=2026-11-24 ends=2026-11-27 \
    note='The keys are with Ada.'
status 422
has 'The keys are with Ada.'
post /absence/new substitute=P-10000004 begins=2026-11-24 ends=2026-11-27
status 422
has 'nobody stands in for themselves'
post /absence/new substitute=P-10000002 begins=2026-11-27 ends=2026-11-24
status 422
has 'comes before the first one'
post /absence/new person=P-10000001 substitute=P-10000002 \
    begins=2026-11-24 ends=2026-11-27
status 422
has 'whose team you manage'
post /absence/new substitute=P-10000002 begins=2026-11-24 ends=2026-11-27 \
    note='The keys are with Ada.'
status 303
follow
has 'Ben Okafor stands in.'
has 'The keys are with Ada.'
number=$(sql 'SELECT number FROM absence')

as ben
get /
has 'You stand in for Tom Rossi'
has 'for Tom Rossi'
has 'Call the builder'
has 'Balcony, Mill Street 3'
get '/tasks?list=others'
status 200
has 'Call the builder'
get /absence
has 'For whom I stand in'
hasnt "/absence/$number/end"
get $D
status 200
post $D/note text='Called them back.'
status 303
get $D
has 'for Tom Rossi'
get /absence/$number/end
status 404
post $D/access/grant person=P-10000002 level=manage until= why=x
status 422
has 'You only stand in here'
post $D/access/grant person=P-10000003 level=read until= why=x
status 303
get $D/access
has 'stands in for Tom Rossi'
is 'for whom it was given' "$(sql "SELECT for_whom FROM event
    WHERE kind = 'grant.given'")" 4

# who manages the team enters it for others, and the substitute who is away
# is told on the form
as mia
post /absence/new person=P-10000003 substitute=P-10000004 \
    begins=2026-11-25 ends=2026-11-25
status 422
has 'Tom Rossi is away from'
post /absence/new person=P-10000002 substitute=P-10000003 \
    begins=2026-11-25 ends=2026-11-25 t.complaint=1
status 303
follow
has 'nobody does now'
has 'Complaint'

get /absence/$number
status 404
as tom
get /absence/$number/end
status 200
has 'Is Tom Rossi back?'
post /absence/$number/end
status 303
as ben
get $D
status 404
get /
hasnt 'You stand in for'
get /absence/$number
status 404
as eve
get /absence
status 403

# and what was done for him
as tom
get /
has 'You were away until'
has "href=\"/absence/$number\""
get /absence
has 'When I was away'
has "href=\"/absence/$number\""
get /absence/$number
status 200
has 'While you were away'
has 'Ben Okafor stood in.'
has 'Balcony, Mill Street 3'
has 'Note: Called them back.'
has 'A case that you follow was changed'
has '1 task is yours'
as zoe
get /absence/$number
status 404
later $((4 * 86400))
as tom
get /
hasnt 'You were away until'
later $((27 * 86400))
as tom
get /absence
hasnt 'When I was away'
