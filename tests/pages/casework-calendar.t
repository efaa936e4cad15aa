# SPDX-License-Identifier: MIT
# The calendar: what is due shows on its day, to whom it may, in each view.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
B=/dossiers/C-2026-10000087

as mia
sql_write "UPDATE calendar SET region = 'DE-BY' WHERE code = 'house'" \
    >/dev/null
get /calendar
status 200
has '<h1>My calendar</h1>'
has '<h2>November 2026</h2>'
has 'href="/calendar?view=month&amp;day=2026-12-01"'
has '>49</a>'
post $D/tasks/new title='Ask for the X-ray' owner=P-10000001 \
    priority=normal due=2026-11-26
status 303
task=$(sql 'SELECT max(no) FROM task')
post $D/deadlines/new title='Answer the lawyer' by=date date=2026-12-03 \
    warn=2
status 303
post $D/promises/new text='Send the expertise' day=2026-12-02 medium=phone
status 303
post $B/tasks/new title='The hidden walk' owner=P-10000001 \
    priority=normal due=2026-11-27
status 303
get /calendar
has "href=\"$D/tasks/$task\">Ask for the X-ray</a>"
has 'Answer the lawyer'
has 'The hidden walk'
has "href=\"$D/promises\">Send the expertise</a>"
has '<span class="kind">Promise</span>'
count "$D/tasks/$task" 1
count "$B/tasks/" 1
has '<span class="kind">Deadline</span>'
has '<span class="kind">Warning</span>'
get '/calendar?kind=task'
has 'Ask for the X-ray'
hasnt 'Send the expertise'
hasnt 'Answer the lawyer'
get '/calendar?view=week&day=2026-11-26'
has '<h2>Week 48, Mon 23 Nov 2026 to Sun 29 Nov 2026</h2>'
has 'Ask for the X-ray'
hasnt 'Answer the lawyer'
count '<section' 7
get '/calendar?view=list'
has 'Answer the lawyer'
count '<section' 5
get '/calendar?view=list&day=2026-12-20'
has 'Nothing has a date in these days'
get '/calendar?day=2026-12-20'
has 'Christmas Day'
get '/calendar?day=2026-13-20'
status 422
get $D/calendar
status 200
has 'Ask for the X-ray'
has 'Answer the lawyer'
hasnt 'The hidden walk'
get $D
has "href=\"$D/calendar\""
post /absence/new substitute=P-10000002 begins=2026-11-30 ends=2026-12-01
status 303

# a colleague sees what they may of it, and who is away
as ben
get /people/P-10000001
has 'href="/calendar?person=P-10000001"'
get /people/P-20000001
hasnt '/calendar?person='
get '/calendar?person=P-10000001'
status 200
has '<h1>Calendar of Mia Berger</h1>'
has 'Ask for the X-ray'
hasnt 'The hidden walk'
hasnt 10000087
get '/calendar?team=north'
has '<h1>Calendar of North</h1>'
has 'Ask for the X-ray'
has 'Mia Berger'
hasnt 'The hidden walk'
get '/calendar?person=P-20000001'
status 422
get $B/calendar
status 404
header HTTP_ACCEPT_LANGUAGE=ja
as tom
get '/calendar?team=north'
hasnt 'expertise'
hasnt 'X-ray'
hasnt 'Answer the lawyer'
has '<span class="kind">'
no_headers

# an appointment of a case, each week, and what one meets
as mia
get '/calendar/new?dossier=C-2026-10000061'
status 200
has 'Whoever sees the case sees it'
post /calendar/new dossier=C-2026-10000061 title=Visit day=2026-11-25 \
    begins=9:00 ends=8:00
status 422
has 'It ends before it begins'
has 'value="Visit"'
post /calendar/new dossier=C-2026-10000061 title=Visit day=2026-11-25 \
    begins=09:00 ends=10:00 place='Mill Street 3' others='Élodie Weiß' \
    often=weekly every=1 p.P-10000002=1
status 303
follow
has 'The appointment is entered.'
has 'every week on Wed'
has 'Wed 25 Nov 2026, 09:00 to 10:00'
has 'Ben'
number=$(sql 'SELECT max(number) FROM appointment')
get $D
has 'Appointment “Visit” entered'
get /calendar/$number/times/2026-12-02
status 200
post /calendar/$number/times/2026-12-02 day=2026-12-03 begins=11:00 \
    ends=12:00
status 303
follow
has 'Thu 3 Dec 2026, 11:00 to 12:00'
post /calendar/$number/times/2026-12-09 day=2026-12-09 skip=1 reason='No car'
status 303
get /calendar/$number/times/2026-12-09
status 404
get '/calendar?view=list&day=2026-11-25&kind=appointment&person=P-10000002'
has 'Mill Street 3'
has 'Thu 3 Dec 2026'
hasnt 'Wed 2 Dec 2026'
get /calendar/$number/change
status 200
has 'make'
post /calendar/$number/change title='Long visit' day=2026-11-25 \
    begins=09:00 ends=11:00 often=once p.P-10000002=1
status 303

# ben enters one of his own at that time: a remark, and tom sees it is taken
as ben
post /calendar/new title='The dentist' day=2026-11-25 begins=10:00 ends=11:00
status 303
follow
has 'Ben Okafor has “Long visit” at that time'
own=$(sql "SELECT number FROM appointment WHERE title = 'The dentist'")
get '/calendar?view=week&day=2026-11-25'
has 'at the same time as “The dentist”'
as tom
get '/calendar?view=week&day=2026-11-25&person=P-10000002'
has 'Busy'
hasnt 'dentist'
hasnt 'Long visit'
get /calendar/$own
status 404
get /calendar/$own/cancel
status 404
as ben
get /calendar/$own/cancel
status 200
post /calendar/$own/cancel reason='It stopped hurting'
status 303
follow
has '“The dentist” is cancelled.'
get '/calendar?view=week&day=2026-11-25'
hasnt 'dentist'
get /calendar/$own
has 'It stopped hurting'

# a big house: people are looked for, and what was typed stays
get /calendar/new
hasnt 'name="find"'
sql_write "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
    WHERE i < 50)
    INSERT INTO person (id, number, organisation, name, name_key,
        created)
    SELECT 900 + i, 'P-900000' || (10 + i), 0, 'Zacharias ' || i,
        'zacharias ' || i, 1 FROM n" > /dev/null
sql_write "INSERT INTO staff (person, login, rights, enabled)
    SELECT id, number, 2, 1 FROM person WHERE id > 900" > /dev/null
get /calendar/new
has 'name="find"'
hasnt 'Zacharias'
post /calendar/new look=1 find='zacharias 4' title='All of us' \
    day=2026-11-26
status 422
has 'Tick who takes part.'
has 'value="All of us"'
has '>Zacharias 4<'
has '>Zacharias 41<'
hasnt '>Zacharias 5<'
post /calendar/new look=1 find=nemo title='All of us' day=2026-11-26 \
    p.P-90000014=1
status 422
has 'Nobody of the staff is called “nemo”.'
has '>Zacharias 4<'
hasnt '>Zacharias 41<'
post /calendar/new title='All of us' day=2026-11-26 p.P-90000014=1
status 303
follow
has '>Zacharias 4<'

# of very many there are some on each page, and a way to the others
as mia
calls() {	# N: so many of them
	is 'calls shown' "$(grep -o '>Call no' "$reply" | wc -l)" "$1"
}
sql_write "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
    WHERE i < 130)
    INSERT INTO task (dossier, no, title, owner, due, created)
    SELECT d.id, 5000 + i, 'Call no ' || i, p.id, 1801094400 + i * 60
        + CASE WHEN i > 125 THEN 86400 ELSE 0 END, 1
      FROM n, dossier d, person p WHERE d.number = 'C-2026-10000061'
       AND p.number = 'P-10000001'" > /dev/null
get '/calendar?day=2027-01-28'
calls 8
has 'href="/calendar?view=week&amp;day=2027-01-28">121 more</a>'
has 'href="/calendar?view=week&amp;day=2027-01-29">1 more</a>'
get '/calendar?view=week&day=2027-01-28'
calls 25
has 'href="/calendar?view=list&amp;day=2027-01-28">105 more</a>'
get '/calendar?view=list&day=2027-01-28&kind=task'
calls 100
has '25 more'
hasnt '>25 more</a>'
has 'href="/calendar?view=list&amp;kind=task&amp;day=2027-01-29">Next page</a>'
get '/calendar?view=list&day=2027-01-27'
calls 100
has 'href="/calendar?view=list&amp;day=2027-01-28">25 more</a>'
has 'href="/calendar?view=list&amp;day=2027-01-28">Next page</a>'
get '/calendar?view=list&day=2027-01-29'
calls 5
hasnt 'Next page'
