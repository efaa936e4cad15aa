# SPDX-License-Identifier: MIT
# A request about a matter that is open: shown before saving, and joined.
. "$(dirname "$0")/harness.sh"

as ben
form_page='/intake/new?type=complaint&who=unknown'
post /intake/new f.subject=other medium=web 'title=Street lamp broken in Lindenweg'
status 303
lamp=$(location | sed 's|.*/||')

post /intake/new f.subject=other medium=phone received=2026-11-23T08:30 \
    'title=The street lamp of Lindenweg is dark' 'text=Since <Monday>.'
status 422
has '1 open case looks like this one'
has "Add to $lamp"
has '3 words of the title'
has 'Since &lt;Monday&gt;.'
printf 'a photo' > "$work/lamp.txt"
post /intake/new f.subject=product medium=phone received=2026-11-23T08:30 \
    'title=The street lamp of Lindenweg is dark' 'text=Since <Monday>.' \
    photos=@"$work/lamp.txt" matter="$lamp"
status 303
is 'goes to the case that was open' "$(location)" "/intake/$lamp"
follow
has "The request was added to $lamp."
has 'The street lamp of Lindenweg is dark'
has 'Since &lt;Monday&gt;.'
has 'Subject: Product'
has 'lamp.txt'
is 'it got no number of its own' \
    "$(sql "SELECT count(*) FROM dossier WHERE title LIKE '%dark'")" 0
is 'the true arrival stays' "$(sql "SELECT happened FROM event
    WHERE kind = 'request.joined'")" 1795419000
get "/dossiers/$lamp/history"
has 'A further request arrived by phone'

# As another matter; and as one of a case that he may not see.
post /intake/new f.subject=other medium=phone matter=new \
    'title=The street lamp of Lindenweg is dark'
status 303
post /intake/new f.subject=other medium=phone matter=C-2026-10000087 \
    'title=The street lamp of Lindenweg is dark' 'text=I typed all this.'
status 422
has 'Choose a case that you work on.'
has 'I typed all this.'
post /intake/new f.subject=other medium=phone matter=C-2026-99999999 \
    'title=Nothing else is like it' 'text=I typed all this.'
status 422
has 'Choose a case that you work on.'
has 'I typed all this.'

# What is restricted is no hint, to nobody without a grant.
sql_write "UPDATE dossier SET restricted = 1 WHERE number = '$lamp'" >/dev/null
post /intake/new f.subject=other medium=phone 'title=Street lamp, Lindenweg'
status 422
hasnt "$lamp"
sql_write "UPDATE dossier SET restricted = 1" >/dev/null
post /intake/new f.subject=other medium=phone 'title=Street lamp, Lindenweg'
status 303

# Somebody new who has the number of somebody with an open case.
sql_write "UPDATE dossier SET restricted = 0" >/dev/null
sql_write "UPDATE person SET phone = '030 12345678', phone_key = '87654321030'
    WHERE number = 'P-20000001'" >/dev/null
form_page='/intake/new?type=complaint&who=person'
post /intake/new f.subject=other medium=phone family=Neumann \
    phone='+49 30 12345678' 'title=Something else'
status 422
has 'same phone number'
has 'Add to C-2026-10000061'
post /intake/new f.subject=other medium=phone family=Neumann same=new \
    phone='+49 30 12345678' 'title=Something else' matter=C-2026-10000061
status 303
get /dossiers/C-2026-10000061
has 'Neumann'
