# SPDX-License-Identifier: MIT
# List and case side by side, and a case's place in the list it came from.
. "$(dirname "$0")/harness.sh"
A=C-2026-10000061 B=C-2026-10000079 R=C-2026-10000087 Z=C-2026-10000102

as mia
get '/dossiers?status=open&sort=number'
has "href=\"/dossiers/$A?status=open&amp;sort=number\""
has 'beside=first'
get '/dossiers?status=open&sort=number&beside=first'
status 200
has "<title>$A "
has "href=\"/dossiers?status=open&amp;sort=number&amp;beside=$B\""
has '1 of 3 in this list'
has 'Broken &lt;ankle'
has 'Add a task'
get "/dossiers?status=open&sort=number&beside=$B"
has '2 of 3 in this list'
has "rel=\"prev\" href=\"/dossiers?status=open&amp;sort=number&amp;beside=$A\""
has "rel=\"next\" href=\"/dossiers?status=open&amp;sort=number&amp;beside=$R\""
get "/dossiers?status=open&beside=$Z"
has 'Not in this list any more'
get '/dossiers?status=open&beside=C-2026-99999999'
status 200
has 'There is no such case, or it is not for you.'
get '/dossiers?status=waiting&beside=first'
has 'No case fits these filters.'

# on the page of the case
get "/dossiers/$B?status=open&sort=number"
has '2 of 3 in this list'
has "href=\"/dossiers/$A?status=open&amp;sort=number\""
has "href=\"/dossiers/$R?status=open&amp;sort=number\""
has 'href="/dossiers?status=open&amp;sort=number"'
get "/dossiers/$B"
hasnt 'in this list'
get "/dossiers/$Z?status=open"
has 'Not in this list any more'
# neighbours are those that this person sees
as ben
get "/dossiers/$B?status=open&sort=number"
has '2 of 2 in this list'
hasnt "$R"
get "/dossiers?status=open&beside=$R"
has 'There is no such case, or it is not for you.'
hasnt 'Hidden'
