#!/bin/sh
# SPDX-License-Identifier: MIT
# Signing in through the real program, and rights that follow the directory.
. "$top_srcdir/tests/ldap/server.sh"

server one
house one || { cat "$dir/said"; echo "Bail out! no house"; exit 1; }
people=ou=people,dc=dossier,dc=example
groups=ou=groups,dc=dossier,dc=example
wrong='This name and password do not belong together.'
wrong="$wrong Please check both and try again."

# Who gets in
is "everybody with a role is taken" "$(dossier directory sync --all)" \
    "known 0: refreshed 0, new 26, shut out 0"
is "and only once" "$(dossier directory sync)" \
    "known 26: refreshed 26, new 0, shut out 0"
enter mia
is "the right password" "$status $(grep -c '^Location: /.$' "$dir/reply")" \
    "303 1"
page /signon/me
is "who am I" "$status $(shows 'Mia Keller') $(shows '>front-desk<')" \
    "200 yes yes"
enter mia demo-jonas
is "a wrong password" "$status $(alert)" "422 $wrong"
enter nemo
is "an unknown name is told the same" "$status $(alert)" "422 $wrong"
enter mia ''
is "an empty password" "$status" 422
enter '*'
is "a star" "$status $(alert)" "422 $wrong"
enter 'x)(|(uid=*'
is "a filter" "$status $(alert)" "422 $wrong"
enter sofia
is "the right password without a role" \
    "$status $(grep -c 'gives you a role' "$dir/reply")" "403 1"
is "leaves no row" "$(sql "SELECT count(*) FROM staff
    WHERE login = 'sofia'")" 0
is "no password reaches the log or the store" \
    "$(grep -l demo- "$dir/said" "$dir/dossier.db" | wc -l)" 0

# Guessing
for try in 1 2 3 4; do
	enter david guess$try
done
is "four wrong passwords" "$status" 422
enter david
is "then even the right one must wait" "$status $(alert)" \
    "429 Too many tries to sign in. Wait 15 min, then try again."
enter emma
is "others need not" "$status" 303
clock=$((clock + 901))
enter david
is "until it is over" "$status" 303
for try in 1 2 3 4 5 6 7 8 9; do
	for name in a b c d; do
		[ "$status" = 429 ] || enter $name$try
	done
done
is "an address that tries many names must wait too" "$status" 429
clock=$((clock + 901))

# A form that outlived its session
enter mia; mia=$cookie
page /signon/me
csrf=$(sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' "$dir/reply" |
    head -1)
clock=$((clock + 1801))
form="csrf=$csrf&form_key=k1&language=&zone=Asia%2FTokyo"
request POST /signon/me "$form"
is "what was typed is carried on" "$status $(shows 'Asia/Tokyo')" "401 yes"
fields=$(kept)
request POST /signon "login=mia&password=wrong$fields"
is "through a wrong password" "$status $(shows 'Asia/Tokyo')" "422 yes"
request POST /signon "login=mia&password=demo-mia$fields"
is "and shown before it is sent" "$status $(shows 'Asia/Tokyo') \
$(shows 'Send it now') $(sql "SELECT zone FROM staff
    WHERE login = 'mia'")" "200 yes yes "
cookie=$mia
request POST /signon/me "$form"
request POST /signon "login=emma&password=demo-emma$(kept)"
is "somebody else does not get it" "$status $(shows 'Asia/Tokyo')" "303 no"

# What the directory takes away
enter elodie; elodie=$cookie
enter aylin; aylin=$cookie
enter marco; marco=$cookie
modify one <<END
dn: cn=screeners,$groups
changetype: modify
delete: member
member: uid=elodie,$people

dn: cn=complaints,$groups
changetype: modify
delete: member
member: uid=aylin,$people

dn: cn=complaints-heads,$groups
changetype: delete

dn: uid=marco,$people
changetype: delete
END
cookie=$elodie; page /intake
before=$status
is "the live sync asks for who is signed in" "$(dossier directory sync \
    --live)" "known 5: refreshed 4, new 0, shut out 1"
cookie=$elodie; page /signon/me
is "a group lost is a role lost at the next request" \
    "$before $status $(shows '>screeners<')" "200 200 no"
is "a scope too" "$(sql "SELECT count(*) FROM viewer_scope
    WHERE viewer = (SELECT person FROM staff WHERE login = 'elodie')")" 2
cookie=$aylin; page /signon/me
is "the last role lost ends the session" "$status" 401
enter aylin
is "and refuses the next one" "$status" 403
cookie=$marco; page /signon/me
is "who is gone is signed out" "$status" 401
enter marco
is "and unknown" "$status $(alert)" "422 $wrong"
is "and without rights" "$(sql "SELECT enabled, rights,
    (SELECT count(*) FROM viewer_scope WHERE viewer = person)
    FROM staff WHERE login = 'marco'")" "0	128	0"
is "each change is on record" "$(sql "SELECT count(*) FROM event
    WHERE topic = 'rights' AND kind = 'rights.changed' AND seq > 26")" 3
is "in an unbroken chain" "$(dossier verify >/dev/null && echo yes)" yes

# A name that goes to somebody else
modify one <<END
dn: uid=ana,$people
changetype: delete

dn: uid=ana,$people
changetype: add
objectClass: inetOrgPerson
uid: ana
cn: Ana Other
sn: Other
userPassword: demo-ana

dn: cn=front-desk,$groups
changetype: modify
add: member
member: uid=ana,$people
END
# The old ana stays a member of permits by name; a directory with the
# refint overlay would have taken her out.
modify one <<END
dn: cn=permits,$groups
changetype: modify
delete: member
member: uid=ana,$people
END
enter ana; page /signon/me
is "the new one gets her own rights" "$status $(shows 'Ana Other') \
$(shows '>front-desk<') $(shows '>permits<')" "200 yes yes no"
is "the old one is shut out" "$(sql "SELECT p.name, f.enabled FROM staff f
    JOIN person p ON p.id = f.person WHERE f.login LIKE 'ana%'
    ORDER BY f.enabled")" "Ana Souza	0
Ana Other	1"

# A directory that does not answer, or not wholly
dossier directory sync >/dev/null
sed 's/^person = .*/person = (\&(uid=%s)(uid=m*))/' "$conf" >"$dir/few"
is "most people gone is a question" "$(conf=$dir/few; dossier directory \
    sync || cat "$dir/said")" "dossier: 23 of 25 people would be shut out.\
 Nothing was changed; add --force if this is meant."
is "and nobody is shut out" "$(sql 'SELECT sum(enabled) FROM staff')" 25
enter yumiko; yumiko=$cookie
stop_server one
is "a sync without a directory fails" "$(dossier directory sync --live ||
    echo failed)" failed
is "with a sentence" "$(grep -c 'directory does not answer' "$dir/said")" 1
cookie=$yumiko; page /signon/me
is "who is signed in is undisturbed" "$status" 200
enter jonas
is "who signs in is told" "$status $(alert | cut -d. -f1)" \
    "503 The staff directory does not answer"
is "and keeps the name typed" "$(grep -c 'value="jonas"' "$dir/reply")" 1
for try in 1 2 3 4 5; do enter jonas; done
is "and is not counted as guessing" "$status" 503
cookie=$yumiko
clock=$((clock + 1500)); page /intake
is "the last answer holds" "$status" 200
clock=$((clock + 400)); page /intake
is "but not for more than half an hour" "$status $(grep -c \
    'rights cannot be checked' "$dir/reply")" "503 1"
page /signon/me
is "one's own account stays open" "$status" 200
"$demo/directory" start "$dir/one" --bare
dossier directory sync --live >/dev/null
page /intake
is "until the directory is back" "$status" 200
freeze one
begun=$(date +%s%3N)
enter jonas
took=$(($(date +%s%3N) - begun))
is "a directory that hears and says nothing" \
    "$status $([ $took -le 6000 ] && echo soon)" "503 soon"
thaw one
enter jonas
is "all is well again" "$status" 303
stop_server one
DIRECTORY_LIMIT=5 server one
is "a size limit removes nobody" "$(dossier directory sync || sql \
    'SELECT sum(enabled) FROM staff')" 25
done_testing
