# SPDX-License-Identifier: MIT
# A registration kept for later: everything typed, nobody else's business.
. "$(dirname "$0")/harness.sh"

as ben
get /intake/new
hasnt 'Your drafts'
form_page='/intake/new?type=complaint&who=person'
post /intake/drafts title= text='half a <sentence' family=Neu medium=phone \
    received=nonsense f.subject=billing f.item.1=Kettle f.item.2=Cup \
    f.price.2=abc
status 303
draft=$(location)
follow
status 200
has 'The draft is kept.'
has 'half a &lt;sentence'
has 'value="Neu"'
has 'value="nonsense"'
has '<option selected value="phone">'
has '<option selected value="billing">'
has 'value="Kettle"'
has 'value="Cup"'
has 'value="abc"'
hasnt 'name="f.item.3"'
get /intake/new
has 'Your drafts'
has 'Without a title'

# Kept again it is the same one; files are told to be left out.
printf 'a letter' > "$work/letter.txt"
form_page=$draft
post /intake/drafts title='They keep my deposit' files=@"$work/letter.txt" \
    received=
status 303
is 'the same draft' "$(location)" "$draft"
follow
has 'but not its files'
is 'one draft' "$(sql "SELECT count(*) FROM draft")" 1
get /intake/new
has 'They keep my deposit'
later 7200
as ben
get /intake/new
has '2 hours ago'

# It is his alone.
as sue
get "$draft"
status 404
get /intake/new
hasnt 'They keep my deposit'
form_page=/intake/new
post "/intake/drafts/${draft##*=}/discard"
status 303
is 'it is still there' "$(sql "SELECT count(*) FROM draft")" 1

# Registered, it is gone; discarded, too; and after 30 days.
as ben
form_page=$draft
post /intake/new title='They keep my deposit' medium=phone 'received=2026-11-24T09:15' matter=new \
    f.subject=billing family=Neu
status 303
is 'no draft is left' "$(sql "SELECT count(*) FROM draft")" 0
get "$draft"
status 404
has 'This draft is gone'
form_page='/intake/new?type=complaint&who=unknown'
post /intake/drafts title=Second
draft=$(location)
form_page=/intake/new
post "/intake/drafts/${draft##*=}/discard"
status 303
follow
has 'The draft is gone.'
hasnt 'Your drafts'
form_page='/intake/new?type=complaint&who=unknown'
post /intake/drafts title=Old
later 2592001
as ben
get /intake/new
hasnt 'Your drafts'
