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
as mia
get /dossiers/$number
status 200
get '/medical?list=all'
has "href=\"/medical/$number\""
has 'Anna Brandt'
get '/medical?list=all&text=bra'
has "href=\"/medical/$number\""
get '/medical?list=all&text=nobody'
hasnt "$number"
has 'No patient was found for “nobody”.'
get '/medical?list=mine&text=bra'
hasnt "href=\"/medical/$number\""
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
