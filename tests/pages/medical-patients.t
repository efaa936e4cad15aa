# SPDX-License-Identifier: MIT
# Patients: who registers one, who sees the list and the summary, its banner.
. "$(dirname "$0")/harness.sh"
D=/medical/C-2026-10000061

# complaints are no patients, until their type says so
as mia
get $D
status 404
get /medical
status 403
has 'members of the compartment'
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<compartment code=\"medical\"/><views><view code=\"medical\"/></views></type>')
    WHERE code = 'complaint'" >/dev/null
get $D
status 404
get /
hasnt 'href="/medical"'

# members alone, whatever else they may do
as ada
post /admin/compartments/medical login=mia why='She is the nurse'
status 303
as mia
sql_write "UPDATE staff SET rights = rights + 1024
    WHERE login = 'mia'" >/dev/null		# by the next sign-in
get /
has 'href="/medical"'
get /medical
status 200
has "href=\"$D\""
get $D
status 200
has 'Nobody is named as the patient yet.'
has 'href="/dossiers/C-2026-10000061"'
as zoe
get $D
status 404
get /medical
status 403

# who registers one without being a member has its number, and no more
as ben
get '/intake/new?type=complaint&who=person'
form_page='/intake/new?type=complaint&who=person'
post /intake/new type=complaint matter=new title='A <fall> at home' \
    text='zqfell' medium=phone received=2026-11-24T09:15 team=north \
    who=person person= given=Anna family=Brandt f.subject=billing \
    f.fault=ours
status 303
location
follow
has 'you will not see it again'
unset form_page
number=$(sql "SELECT number FROM dossier WHERE title LIKE 'A <fall>%'")
get /dossiers/$number
status 404
get /intake/$number
status 404
get "/find?text=zqfell"
hasnt "$number"

# a member who is not on the care team says what for, once for this browser
as mia
get "/dossiers/$number/history?kind=all"
status 303
check 'the page that asks is named' sh -c "grep -q \
    '^Location: /dossiers/$number/purpose?next=.*history' '$reply'"
follow
status 200
has 'Running the service'
hasnt 'fall&gt;'
hasnt 'Brandt'
get /medical/$number
status 303
follow
status 200
has "action=\"/medical/$number/purpose\""
post /medical/$number/purpose purpose=nosiness why='I am curious'
status 422
has 'I am curious'
post /medical/$number/purpose purpose=quality why=
status 422
form_page="/medical/$number/purpose?next=//elsewhere.example/"
post /medical/$number/purpose purpose=quality why='Fewer <falls>'
status 303
check 'nobody is led elsewhere' sh -c "grep -q \
    '^Location: /medical/$number' '$reply'"
unset form_page
get /medical/$number
status 200
get /medical/$number/purpose
status 303
sql_write "DELETE FROM purpose" >/dev/null
get /dossiers/$number/purpose
status 200
post /dossiers/$number/purpose purpose=quality why='Fewer <falls>'
status 303
follow
status 200
get /dossiers/$number
status 200
get /dossiers/$number/looks
has 'Role in the team · Quality'
get /dossiers/$number/history
has 'Purpose of reading said'
has 'Fewer &lt;falls&gt;'
sql_write "UPDATE purpose SET until = 0" >/dev/null	# another day
get /dossiers/$number
status 303

# who is on it treats
sql_write "INSERT INTO party (dossier, no, person, role, added)
    SELECT d.id, 90, f.person, 'nurse', 1 FROM dossier d, staff f
     WHERE d.number = '$number' AND f.login = 'mia'" >/dev/null
sql_write "DELETE FROM purpose" >/dev/null
get /medical/$number
status 200
get /dossiers/$number/looks
has 'Role in the team · Treatment'
get '/medical?list=all'
has "href=\"/medical/$number\""
has 'Anna Brandt'
get '/medical?list=all&text=bra'
has "href=\"/medical/$number\""
get '/medical?list=all&text=nobody'
hasnt "$number"
has 'No patient was found for “nobody”.'
get '/medical?list=mine&text=bra'
has "href=\"/medical/$number\""
get '/medical?list=all&text=1956-03-12'
hasnt "$number"
sql_write "UPDATE person SET born = '1956-03-12', sex = 'female'
    WHERE name = 'Anna Brandt'" >/dev/null
get '/medical?list=all&text=1956-03-12'
has "$number"
has '70 years'
get /medical/$number
status 200
has 'A &lt;fall&gt; at home'
has 'Anna Brandt'
has '12 Mar 1956'
has '(70 years)'
has 'Female'

# closed ones
sql_write "UPDATE dossier SET closed = 1, status = 'closed'
    WHERE number = '$number'" >/dev/null
get '/medical?list=closed'
has "$number"
get '/medical?list=all'
hasnt "$number"

# facts of the patient
sql_write "UPDATE dossier SET closed = NULL, status = 'open'
    WHERE number = '$number'" >/dev/null
get /medical/$number/about
status 200
has 'value="1956-03-12"'
post /medical/$number/about born=1956-02-30 sex=female died=
status 422
has 'This day does not exist.'
has 'value="1956-02-30"'
post /medical/$number/about born=1956-03-12 sex=female died=1950-01-01
status 422
post /medical/$number/about born=1958-03-12 sex=other died=2026-11-01
status 303
get /medical/$number
has 'Other'
has 'Died'
has '(68 years)'
fetched=$work/fields
post /medical/$number/about version=1 born=1950-01-01 sex= died=
status 409

# the care team: colleagues who are members, and people from outside
get /medical/$number/team
status 200
has 'Anna Brandt'
get "/medical/$number/team?find=Nobody+Known"
has 'Nobody was found'
form_page="/medical/$number/team?find=ben"
ben=$(sql "SELECT p.number FROM person p JOIN staff f ON f.person = p.id
    WHERE f.login = 'ben'")
post /medical/$number/team person=$ben role=doctor
status 422
has 'is no member of the compartment'
as ada
unset form_page
post /admin/compartments/medical login=ben why='He is the doctor'
as mia
form_page="/medical/$number/team?find=P-20000002"
post /medical/$number/team person=P-20000002 role=
status 422
post /medical/$number/team person=P-20000002 role=nonsense
status 422
post /medical/$number/team person=P-20000002 role=patient
status 422
has 'is the patient of this case'
post /medical/$number/team person=P-20000002 role=requester
status 303
follow
has 'Nordwind GmbH'
unset form_page
no=$(sql "SELECT y.no FROM party y JOIN dossier d ON d.id = y.dossier
    JOIN person p ON p.id = y.person WHERE p.number = 'P-20000002'
    AND d.number = '$number'")
get /medical/$number/team/$no/end
status 200
has 'Nordwind GmbH'
post /medical/$number/team/$no/end why='They moved <away>'
status 303
follow
has 'Earlier'
get /medical/$number/team/$no/end
status 404
get /dossiers/$number/history
has 'They moved &lt;away&gt;'
