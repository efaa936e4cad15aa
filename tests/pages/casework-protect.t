# SPDX-License-Identifier: MIT
# Compartments: who is a member, and what others see of what is in one.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# nobody is a member at first, and nobody makes themselves one
as mia
printf 'an opinion' > "$work/opinion.txt"
post $D/documents files=@"$work/opinion.txt"
status 303
no=$(sql 'SELECT no FROM document')
get $D/protect/$no
status 200
has 'You are a member of no compartment.'
get $D/documents/$no/about
hasnt 'Who may see it'
as ada
get /admin/compartments
status 200
has 'Legal privilege'
C=/admin/compartments/medical
get $C
status 200
has 'Nobody is a member yet.'
post $C login=ada why='I want to'
status 422
has 'Nobody makes themselves a member.'
post $C login=mia until=2020-01-01 why='Nurse'
status 422
has 'Choose a day in the future.'
has 'value="mia"'
post $C login=nobody why='Nurse'
status 422
post $C login=mia until=2026-11-25 why='Nurse of the ward'
status 303
get $C
has 'Nurse of the ward'
post /admin/compartments name='Witnesses'
status 303
post /admin/compartments name='witnesses'
status 422

# she puts the document into it, and a clerk does not see it any more
as mia
get $D/documents/$no/about
has 'Who may see it'
post $D/protect/$no compartment=legal why='It is'
status 422
post $D/protect/$no compartment=medical
status 422
post $D/protect/$no compartment=medical why='The doctor wrote it'
status 303
get $D/documents/$no/about
status 200
has '>Medical</span>'
get $D/documents
has 'opinion.txt'
get $D/history
has 'put into a compartment'
as ben
get $D/documents/$no/about
status 404
get $D/documents/$no
status 404
get $D/documents
hasnt 'opinion.txt'
get $D
has '1 protected item<'
hasnt 'opinion.txt'
get $D/history
hasnt 'opinion.txt'
hasnt 'compartment'
get $D/history.csv
hasnt 'opinion.txt'
get $D/report
hasnt 'opinion.txt'
get '/find?text=opinion'
hasnt 'C-2026-10000061'

# the day after the last she does not either
as mia
later 172800
as mia
get $D/documents/$no/about
status 404
as ada
post $C login=mia why='Nurse again'
status 303
get $C/P-10000001
status 200
has 'loses sight of everything'
as mia
post $D/protect/$no compartment= why='Anybody may know'
status 303
as ben
get $D/documents/$no/about
status 200

# a whole case
as mia
get $D/access/compartment
status 200
post $D/access/compartment compartment=medical why='Only they may know'
status 303
get $D
status 200
has '>Medical</span>'
get /dossiers
has 'C-2026-10000061'
as ben
get $D
status 404
get /dossiers
hasnt 'C-2026-10000061'
get '/find?text=C-2026-10000061'
hasnt "href=\"$D\""
as mia
post $D/access/compartment compartment=medical why='Again'
status 422
post $D/access/compartment compartment= why='Anybody may know'
status 303
as ben
get $D
status 200
as ada
post $C/P-10000001 why='She left'
status 303
get $C
has 'Nobody is a member yet.'
get /admin/compartments/nothing
status 404

# written straight into one: a note, a file
as mia
get $D/note
hasnt 'Only members of'
as ada
post $C login=mia why='Nurse once more'
status 303
as mia
get $D/note
has 'Only members of “Medical”'
post $D/note text='zqsecret note' compartment=legal
status 422
has 'zqsecret note'
post $D/note text='zqsecret note' compartment=medical
status 303
get $D
has 'zqsecret note'
printf 'a second opinion' > "$work/zqsecond.txt"
post $D/documents compartment=medical files=@"$work/zqsecond.txt"
status 303
get $D/documents
has 'zqsecond.txt'
as ben
get $D
hasnt 'zqsecret'
hasnt 'zqsecond'
has '>2 protected items<'
get $D/documents
hasnt 'zqsecond'
has '>1 protected item<'
get $D/tasks
hasnt 'protected item'
get $D/history
hasnt 'zqsec'
get '/find?text=zqsecret'
hasnt 'C-2026-10000061'

# a form that is filled in: with its past, its sheet and what was answered
as ben
post $D/forms form=interview
status 303
form=$(location)
form=${form%/fill}
post $form/fill act=complete shown='talked_on talked_by wish consequences urgent' version=1 f.talked_on=2026-11-02 f.talked_by=phone f.wish='zqwish'
status 303
get $form
status 200
hasnt 'Who may see it'
get '/find?text=zqwish'
has 'C-2026-10000061'
as mia
get $form
has 'Who may see it'
get $D/protect/${form##*/}
status 200
has 'Assessment interview'
post $D/protect/${form##*/} compartment=medical why='He told of his health'
status 303
has "Location: $form"
get $form
status 200
has '>Medical</span>'
has 'zqwish'
get $D/forms
has '>Medical</span>'
get $D/history
has 'Form “Assessment interview” put into a compartment'
as ben
get $form
status 404
get $form/sheet
status 404
get $form/correct
status 404
post $form/skip reason='It is mine'
status 404
get $D/forms
hasnt "$form\""
has '>1 protected item<'
has 'Fill in: Assessment interview'
get $D
has '>3 protected items<'
get $D/history
hasnt 'Assessment interview'
get '/find?text=zqwish'
hasnt 'C-2026-10000061'

# its members find the case by what is in it, with words of anybody's beside
as mia
get '/find?text=zqwish'
has 'C-2026-10000061'
get '/find?text=zqwi'
has 'C-2026-10000061'
get '/find?text=broken+zqsecret'
has 'C-2026-10000061'
get '/find?text=zqsecret+nothing'
hasnt 'C-2026-10000061'
post $D/protect/${form##*/} compartment= why='Anybody may know'
status 303
[ "$(sql "SELECT count(*) FROM guarded_word WHERE word = 'zqwish'")" = 0 ] &&
    ok 'what is taken out has no guarded words' ||
    not_ok 'what is taken out has no guarded words'

# privilege: what is in it leaves the house only by a release
as ada
post /admin/compartments/legal login=mia why='She is the lawyer'
status 303
post /admin/compartments/hr/privilege
status 303
get /admin/compartments/hr
has 'Privileged: what is in it'
post /admin/compartments/hr/privilege
status 409
as mia
get $D/release/$no
has 'nothing holds it back'
post $D/protect/$no compartment=legal why='We advise on it'
status 303
get $D/documents/$no/about
has 'Held back'
get $D/protect/$no
has "href=\"$D/release/$no\""
get $D/report
hasnt 'opinion.txt'
has '1 privileged item is not in this report'
get $D/history.csv
hasnt 'opinion.txt'
has '1 privileged item is not in this export'
post $D/release/$no receiver='' why='She judges it'
status 422
has 'She judges it'
post $D/release/$no receiver='Dr. Hahn' until=2026-01-01 why='She judges it'
status 422
post $D/release/$no receiver='Dr. Hahn' why='She judges it'
status 303
follow
has 'in force'
has 'Take it back'
get $D/report
has 'opinion.txt'
hasnt 'privileged item'
get $D/history.csv
has 'opinion.txt'
has 'released from privilege'
post $D/release/$no receiver='Dr. Hahn' why='Again'
status 409
as ben
get $D/release/$no
status 404
get $D/report
hasnt 'opinion.txt'
as mia
post $D/release/$no/end why='She is challenged'
status 303
get $D/release/$no
has 'She is challenged'
get $D/report
hasnt 'opinion.txt'
post $D/release/$no/end why='Again'
status 409
post $D/access/compartment compartment=legal why='All of it is ours'
status 303
get '/dossiers.csv'
hasnt 'C-2026-10000061'
has '1 privileged case is not in this export'
get $D/history.csv
hasnt 'note.added'
