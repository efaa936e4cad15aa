# SPDX-License-Identifier: MIT
# Conflict checks: typed names, a matter's, the officer's answer, walls.
. "$(dirname "$0")/harness.sh"
C=/dossiers/C-2026-10000061
D=/legal/C-2026-10000061

sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"legal\"/></views></type>')" >/dev/null
sql_write "UPDATE staff SET rights = rights + 256
    WHERE login IN ('mia', 'ben')" >/dev/null		# by the next sign-in

# another name makes somebody found
as mia
post /people/P-20000002/change kind=organisation name='Nordwind GmbH' \
    i.0.kind='Other name' i.0.value='Zugspitz <Holding>'
status 303
get '/people?text=zugspitz'
has 'Nordwind GmbH'

post /people/P-20000001/change kind=person given='Élodie' family='Weiß'
status 303

# nothing, and something that both may see
get /legal/conflicts
status 200
has 'None yet.'
post /legal/conflicts names=' ' purpose='A request'
status 422
has 'value="A request"'
post /legal/conflicts names='Elodie Weis
Nobody Atall' purpose='A request'
status 303
check=$(location)
get $check
status 200
has 'C-2026-10000061'
has 'similar name'
has '>Nothing<'
hasnt 'Ask the officer'
post $check/decide state=clear why=
status 422
post $check/decide state=clear why='Another one'
status 303
get $check
has 'Another one'
hasnt '<h2 id="decide-head"'
post $check/decide state=waived why='Again'
status 409
as ben
get $check
status 404

# a case that is not for who asks: its number is nowhere
sql_write "INSERT INTO party (dossier, no, person, role, added)
    SELECT d.id, 77, p.id, 'respondent', 1 FROM dossier d, person p
    WHERE d.number = 'C-2026-10000087' AND p.number = 'P-20000002'" >/dev/null
post /legal/conflicts names='ZUGSPITZ holding' purpose='For <us>'
status 303
check=$(location)
get $check
has 'Ask the officer'
hasnt 'C-2026-10000087'
post $check/decide state=clear why='Why not'
status 422
has 'Ask the officer first.'
post $check/ask
status 303
post $check/ask
status 409
as zoe
get /walls
has '/legal/conflicts/asked'
get /legal/conflicts/asked
status 200
has 'For &lt;us&gt;'
officer=/legal/conflicts/asked/${check##*/}
get $officer
status 200
has 'C-2026-10000087'
has 'also known as Zugspitz &lt;Holding&gt;'
post $officer answer=wall remark=
status 422
form_page=$officer
post $officer/wall hit=1 staff=P-10000002 reason='Conflict check'
status 303
get /walls
has 'Nordwind GmbH'
post $officer answer=wall remark='zqremark of zoe'
status 303
get $officer
has 'zqremark of zoe'
as ben
get $check
has 'You may act behind a wall'
hasnt 'zqremark'
hasnt 'C-2026-10000087'
post $check/decide state=waived why='Behind a wall'
status 303

# a matter: checked by itself when somebody comes on
as mia
get $D
has 'The names on this matter were not checked yet.'
get $D/conflicts
status 200
has 'No check yet.'
post $D/conflicts
status 303
follow
status 200
has 'Conflict check'
post $C/people person=P-20000002 role=respondent
status 303
get $D
has 'To be decided'
hasnt 'is older than the parties'
[ "$(sql 'SELECT count(*) FROM clearance WHERE dossier IS NOT NULL')" = 2 ] &&
    ok 'there are two checks' || not_ok 'there are two checks'
get $C/history
has 'Conflict check K-'
sql_write "UPDATE person SET name = 'Nordwind Bau GmbH'
    WHERE number = 'P-20000002'" >/dev/null
get $D
has 'is older than the parties'
post $D/conflicts
status 303
check=$(location)
get $check
has 'C-2026-10000087'
post $check/wall staff=nobody reason='They act there'
status 422
post $check/wall staff=P-10000002 reason='They act there'
status 303
post $check/decide state=conflict why='We act for them'
status 303
get $D
has '>Conflict<'
as ben
get $D
status 404
get $check
status 404
