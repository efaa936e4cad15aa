# SPDX-License-Identifier: MIT
# Walls: set by auditors and by who manages the case, found when somebody
# comes to it, lifted; what is behind one is not there.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
ben=P-10000002

# an auditor keeps ben from all cases of the company
as ben
get $D
status 200
get /walls
status 403
as zoe
get /
has 'href="/walls"'
get /walls
status 200
has 'There is none.'
get /people/P-20000002
has 'href="/walls/new?party=P-20000002"'
get '/walls/new?party=P-20000002'
status 200
has 'value="P-20000002"'
post /walls/new
status 422
post /walls/new party=P-20000002 dossier=C-2026-10000061 staff=$ben \
    reason='His brother <works> there'
status 422
has 'Choose one case or one person, not both.'
has 'His brother &lt;works&gt; there'
post /walls/new party=P-99999999 staff=$ben reason='So'
status 422
has 'There is no such person, or they are not for you.'
post /walls/new dossier=C-2026-99999999 staff=$ben reason='So'
status 422
post /walls/new party=P-20000002 staff=$ben ends=2020-01-01 reason='So'
status 422
has 'Choose a day after the first one'
post /walls/new party=P-20000002 staff=$ben \
    reason='His brother <works> there'
status 303
follow
status 200
has 'Nordwind GmbH'
has 'His brother &lt;works&gt; there'
wall=$(sql 'SELECT number FROM wall')

# he brings the company to no case, and nobody brings it to his
as ben
post $D/people person=P-20000002 role=requester
status 422
has 'You cannot work on a case with Nordwind GmbH.'
get /intake/new
as mia
post $D/tasks/new title='Call them' team=north priority=normal owner=$ben
status 303
post $D/people person=P-20000002 role=requester
status 422
has 'there is a wall to Nordwind GmbH'
has 'Ben'
as sue
post $D/people person=P-20000002 role=requester
status 422
has 'cannot be added as things stand'
hasnt ' works on this case, and since'
task=$(sql 'SELECT no FROM task')
as mia
post $D/tasks/$task/change title='Call them' owner= team=north \
    priority=normal instructions= due= version=1
sql_write "UPDATE task SET owner = NULL" > /dev/null
post $D/people person=P-20000002 role=requester
status 303
as ben
get $D
status 404
get /dossiers
hasnt 'C-2026-10000061'

# who is given work is refused, with the reason for who manages the case
as mia
post $D/access/grant person=$ben level=work why='He helps'
status 422
has 'there is a wall to Nordwind GmbH'
get $D/access
has "href=\"$D/walls\""
get $D/walls
status 200
has 'Wall to Nordwind GmbH'
hasnt "href=\"$D/walls/$wall\""
get $D/walls/$wall
status 404

# of one case: by its manager, who lifts it again
post $D/walls staff=P-10000003
status 422
post $D/walls reason='They are friends'
status 422
has 'Choose a person or a group.'
post $D/walls staff=P-10000003 reason='They are friends'
status 303
own=$(sql "SELECT number FROM wall WHERE reason = 'They are friends'")
get $D/history
has 'from this case'
has 'They are friends'
as sue
get $D
status 404
as mia
get $D/walls/$own
status 200
post $D/walls/$own remark=
status 422
post $D/walls/$own remark='Not any more'
status 303
as sue
get $D
status 200
get $D/walls
status 403

# the list tells who is in conflict, and what is still in hand
as zoe
get '/walls?text=nordw'
has "$wall"
get '/walls?text=nobody%25'
hasnt "$wall"
has 'No wall has this name in it.'
get '/walls?list=over'
has "$own"
post /walls/new dossier=C-2026-10000061 staff=P-10000001 reason='Her sister'
status 303
get /walls
has 'leads it'
has '>C-2026-10000061<'
get /walls/$wall
status 200
post /walls/$wall remark='He left the company'
status 303
get /walls/$wall
has 'He left the company'
post /walls/$wall remark='Again'
status 409
as ben
get $D
status 200
