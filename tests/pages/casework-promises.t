# SPDX-License-Identifier: MIT
# What a requester was told is written down, kept, moved, broken.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D
status 200
has 'No promise is open.'
get $D/promises
status 200
has 'Nobody was told a date on this case.'
get $D/promises/new
status 200
has 'Élodie Weiß'
post $D/promises/new text= day= medium=
status 422
post $D/promises/new text='An answer' day=2026-11-23 medium=phone
status 422
has 'This day is past.'
has 'value="An answer"'
post $D/promises/new text='An answer' day=2026-11-30 medium=phone \
    person=P-20000002
status 422
has 'Choose one of the people of this case.'
post $D/promises/new text='An answer' day=2026-11-30 medium=phone \
    person=P-20000001
status 303
get $D
has 'An answer'
get $D/promises
has 'Élodie Weiß'
first=$(sql 'SELECT no FROM promise')
get /intake/C-2026-10000061
has 'Promised'
has 'An answer'
get $D/promises/$first/move
status 200
post $D/promises/$first/move day=2026-12-03 how=phone note=
status 422
has 'value="2026-12-03"'
post $D/promises/$first/move day=2026-12-03 how=phone note='The expert is ill.'
status 303
get $D/promises
has 'Moved with notice'
has 'The expert is ill.'
has 'instead of an earlier day'
second=$(sql "SELECT no FROM promise WHERE state = 'open'")
post $D/promises/$first/keep how=mail
status 409
get $D/promises/4711/keep
status 404
# a document that kept one was not opened by that
printf 'We came.' > "$work/answer.txt"
post $D/documents files=@"$work/answer.txt"
post $D/promises/new text='A visit' day=2026-12-05 medium=phone
third=$(sql "SELECT max(no) FROM promise")
post $D/promises/$third/keep how=mail document=$(sql 'SELECT no FROM document')
status 303
get $D/looks
hasnt 'answer.txt'

# due soon: in the list of work; then the day passes
later 691200
as mia
get /
has 'Promises to keep'
get /promises
status 200
has 'An answer'
hasnt 'broken'
later 172800
as mia
get '/promises?late=1'
has 'broken'
as ben
get /promises
hasnt 'An answer'
get '/promises?list=all'
has 'An answer'
as tom
get '/promises?list=all'
hasnt 'An answer'
as mia
get $D/promises/$second/keep
has 'The day has passed'
post $D/promises/$second/keep how=letter note='Sent.'
status 303
get $D/promises
has 'Broken, fulfilled late'
get $D/history
has 'fulfilled late, so it was broken'
get '/promises?late=1'
has 'No promise waits.'
