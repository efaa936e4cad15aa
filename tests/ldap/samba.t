#!/bin/sh
# SPDX-License-Identifier: MIT
# Active Directory: a Samba domain controller of an ordinary user, made anew
# and started in a network of its own, where its ports are free.
skip() { echo "1..0 # SKIP $*"; exit 0; }
PATH=$PATH:/usr/sbin:/sbin
command -v samba >/dev/null && command -v samba-tool >/dev/null ||
	skip "samba is not installed"
command -v faketime >/dev/null || skip "faketime is not installed"
[ -d /usr/share/samba/setup ] || skip "samba-ad-provision is not installed"
if [ -z "${IN_DOMAIN-}" ]; then
	unshare -rnm true 2>/dev/null ||
	    skip "this machine lets nobody make a network of one's own"
	IN_DOMAIN=yes exec unshare -rnm sh "$0"
fi
/usr/bin/python3 - <<'END' || skip "the network of one's own cannot be switched on"
import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh14x', b'lo', 0x49))
END
. "$top_srcdir/tests/ldap/server.sh"

# The domain: people, groups in groups, and what goes wrong with passwords.
cat >"$dir/domain.py" <<'END'
import os, sys
import samba.provision
# Rights of files that nobody but root can give; no test looks at them.
samba.provision.setsysvolacl = lambda *a, **k: None
if sys.argv[1] == 'domain':
    sys.argv[0] = 'samba-tool'
    exec(compile(open('/usr/bin/samba-tool').read(), 'samba-tool', 'exec'))
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB
import ldb
lp = LoadParm()
lp.load(sys.argv[1] + '/etc/smb.conf')
db = SamDB(url=sys.argv[1] + '/private/sam.ldb', lp=lp,
           session_info=system_session())
top = db.domain_dn()

def person(name, given, family, *groups, password=None, **more):
    db.newuser(name, password or 'Demo-' + name, givenname=given,
               surname=family, mailaddress=name + '@example.org', **more)
    if groups:
        join(name, *groups)

def join(member, *groups):
    for g in groups:
        db.add_remove_group_members(g, [member], add_members_operation=True)

def change(name, **values):
    found = db.search(top, expression='(sAMAccountName=%s)' % name)
    m = ldb.Message(found[0].dn)
    for k, v in values.items():
        k = k.replace('_', '-')
        m[k] = ldb.MessageElement(str(v), ldb.FLAG_MOD_REPLACE, k)
    db.modify(m)

def policy(name, age, member, order):
    dn = 'CN=%s,CN=Password Settings Container,CN=System,%s' % (name, top)
    db.add({'dn': dn, 'objectClass': 'msDS-PasswordSettings',
            'msDS-PasswordSettingsPrecedence': str(order),
            'msDS-PasswordReversibleEncryptionEnabled': 'FALSE',
            'msDS-PasswordHistoryLength': '0',
            'msDS-PasswordComplexityEnabled': 'FALSE',
            'msDS-MinimumPasswordLength': '1',
            'msDS-MinimumPasswordAge': '0',
            'msDS-MaximumPasswordAge': str(-age * 10000000),
            'msDS-LockoutThreshold': '0',
            'msDS-LockoutObservationWindow': str(-900 * 10000000),
            'msDS-LockoutDuration': str(-900 * 10000000),
            'msDS-PSOAppliesTo': str(db.search(top, expression=
                '(sAMAccountName=%s)' % member)[0].dn)})

db.transaction_start()
for g in ('Front Desk', 'Town', 'County', 'Screeners', 'R&D (Süd)',
          'Ring 1', 'Ring 2'):
    db.newgroup(g)
join('Front Desk', 'Town')
join('Town', 'County')
join('Screeners', 'County')
join('Ring 1', 'Ring 2')
join('Ring 2', 'Ring 1')
person('dossier', 'Dossier', 'Service')
person('http', 'Web', 'Server')
change('http', servicePrincipalName='HTTP/dossier.ad.example.org')
person('mia', 'Mia', 'Keller', 'Front Desk')
person('jonas', 'Jonas', 'Frei', 'Screeners')
gid = db.search(top, expression='(sAMAccountName=Screeners)',
                attrs=['objectSid'])[0]
rid = db.schema_format_value('objectSid', gid['objectSid'][0]).decode()
change('jonas', primaryGroupID=rid.split('-')[-1])
person('yumiko', '由美子', '田中', 'R&D (Süd)', 'Ring 1',
       password='Pässwört-9')
person('david', 'David', 'Shut')
change('david', userAccountControl=514)
person('emma', 'Emma', 'Over')
change('emma', accountExpires=130000000000000000)
person('ana', 'Ana', 'Reset')
change('ana', pwdLastSet=0)
person('lucas', 'Lucas', 'Old')
policy('short', 2 * 86400, 'lucas', 1)
person('petra', 'Petra', 'Soon')
policy('days', 8 * 86400, 'petra', 2)
person('aylin', 'Aylin', 'Guessed', 'Front Desk')
change('mia', preferredLanguage='de-CH')
m = ldb.Message(ldb.Dn(db, top))
m['lockoutThreshold'] = ldb.MessageElement('3', ldb.FLAG_MOD_REPLACE,
                                           'lockoutThreshold')
db.modify(m)
db.transaction_commit()
END
t=$dir/domain
begun=$(date +%s)
python=/usr/bin/python3		# the one that Samba's modules are for
$python "$dir/domain.py" domain provision --realm=AD.EXAMPLE.ORG \
    --domain=AD --adminpass=Demo-Administrator --server-role=dc \
    --dns-backend=NONE --host-name=dc1 --host-ip=127.0.0.1 \
    --targetdir="$t" >"$dir/provision" 2>&1 || {
	tail -n 5 "$dir/provision" | sed 's/^/# /'
	skip "this samba makes no domain here"
}
# Passwords were set three days ago: Samba knows no shorter time than a day.
faketime -f -3d $python "$dir/domain.py" "$t" >"$dir/provision" 2>&1 || {
	tail -n 5 "$dir/provision" | sed 's/^/# /'
	echo 'Bail out! no people in the domain'
	exit 1
}
mkdir "$t/run"
samba -i -M single -s "$t/etc/smb.conf" --debug-stdout \
    --option='server services=ldap kdc cldap rpc' \
    --option='interfaces=127.0.0.1' --option='bind interfaces only=yes' \
    --option="pid directory=$t/run" --option="log file=$t/log" \
    --option="ncalrpc dir=$t/run/ncalrpc" >"$dir/samba.log" 2>&1 &
samba=$!
served=
end() {
	# shellcheck disable=SC2086
	kill $samba $served 2>/dev/null
	finish
}
trap end EXIT
# Its certificate has no alternative name, only DC1.ad.example.org.
{
	echo 127.0.0.1 localhost dc1.ad.example.org
	echo 127.0.0.1 dossier.ad.example.org
	cat /etc/hosts
} >"$dir/hosts"
mount --bind "$dir/hosts" /etc/hosts
(umask 077; printf Demo-dossier >"$dir/password")
cat >"$dir/ad" <<END
[dossier]
base_url = http://localhost
timezone = Europe/Berlin
[directory]
kind = ad
urls = ldap://dc1.ad.example.org
ca = $t/private/tls/ca.pem
bind = dossier@ad.example.org
password_file = $dir/password
people = cn=Users,dc=ad,dc=example,dc=org
groups = dc=ad,dc=example,dc=org
[group desk]
group = front desk
role = clerk
types = complaint
team = Front desk
END
start_probe
is "the filters are in order" "$(ask conf "$dir/ad")" ok
tries=0
while [ "$(ask lookup mia)" = busy ] && [ $tries -lt 60 ]; do
	tries=$((tries + 1))
	ask conf "$dir/ad" >/dev/null
	sleep 0.5
done
echo "# a domain after $(($(date +%s) - begun)) s"
like() { echo "$1" | sed 's/ days [0-9]*$//' | tr ' ' '\n' | sort | tr '\n' ' '; }

# Names, passwords, groups
is "StartTLS with its own certificate" "$(like "$(ask signin mia Demo-mia)")" \
    "$(like "ok mia Front Desk Town County Domain Users Users")"
is "a password of 42 days, for three" "$(ask signin mia Demo-mia |
    sed 's/.* days/days/')" "days 39"
is "the name with its realm" "$(ask lookup mia@ad.example.org | cut -c 1-6)" \
    "ok mia"
is "without regard to case" "$(ask lookup MIA | cut -c 1-6)" "ok mia"
is "a wrong password" "$(ask signin mia Demo-jonas)" wrong
is "an unknown name" "$(ask signin nemo Demo-nemo)" wrong
is "a machine is nobody" "$(ask lookup 'DC1$')" wrong
is "a filter is no name" "$(ask signin 'x)(|(sAMAccountName=*' x)" wrong
is "the primary group, and the group that holds it" \
    "$(like "$(ask lookup jonas)")" "$(like "ok jonas Screeners County \
Domain Users Users")"
is "a password and a group beyond ASCII, groups in a circle" \
    "$(like "$(ask signin yumiko Pässwört-9)")" "$(like "ok yumiko \
R&D (Süd) Ring 1 Ring 2 Domain Users Users")"
is "no groups in groups" "$(sed 's/^kind = ad/&\nnested = none/' "$dir/ad" \
    >"$dir/none"; ask conf "$dir/none"):$(ask lookup mia)" \
    "ok:ok mia Front Desk Domain Users"
is "walked, they are the same" "$(sed 's/^kind = ad/&\nnested = walk/' \
    "$dir/ad" >"$dir/walk"; ask conf "$dir/walk"):$(like "$(ask lookup \
    yumiko)")" "ok:$(like "ok yumiko R&D (Süd) Ring 1 Ring 2 Domain Users \
Users")"
ask conf "$dir/ad" >/dev/null

# What it says of passwords
is "disabled, and the password right" "$(ask signin david Demo-david)" \
    "wrong shut"
is "disabled, and wrong" "$(ask signin david Demo-x)" wrong
is "the account is over" "$(ask signin emma Demo-emma)" "wrong shut"
is "to be changed first" "$(ask signin ana Demo-ana)" "wrong reset"
is "to be changed first, and wrong" "$(ask signin ana Demo-x)" wrong
is "too old" "$(ask signin lucas Demo-lucas)" "wrong expired"
is "soon too old" "$(ask signin petra Demo-petra | sed 's/.* days/days/')" \
    "days 5"
for try in 1 2 3; do
	ask signin aylin guess$try >/dev/null
done
is "locked by guesses, and the password right" "$(ask signin aylin \
    Demo-aylin)" wrong

# Trust
is "ldaps" "$(sed 's|ldap://\(.*\)|ldaps://\1\ntls = ldaps|' \
    "$dir/ad" >"$dir/ldaps"; ask conf "$dir/ldaps"):$(ask signin mia \
    Demo-mia | cut -c 1-6)" "ok:ok mia"
is "an address is not its name" "$(sed 's|dc1.ad.example.org|127.0.0.1|' \
    "$dir/ad" >"$dir/address"; ask conf "$dir/address"):$(ask signin mia \
    Demo-mia)" "ok:busy"
is "it takes no password in the clear" "$(sed \
    's|ldap://.*|ldap://127.0.0.1\ntls = none|' "$dir/ad" >"$dir/clear"
    ask conf "$dir/clear"):$(ask signin mia Demo-mia)" "ok:busy"

# The programs
conf=$dir/ad
head -c 32 /dev/urandom >"$dir/secret"
sed -i "1a\\
store = $dir/dossier.db\\
documents = $dir/documents\\
templates = $top_srcdir/templates\\
locale = $top_builddir/templates/locale\\
secret_file = $dir/secret" "$conf"
dossier migrate --schema "$top_srcdir/schema" >/dev/null
dossier type install "$top_srcdir/etc/casetypes/complaint" >/dev/null
is "who has a role is taken, the locked too" "$(dossier directory sync --all;
    sql "SELECT login FROM staff ORDER BY login" | tr '\n' ' ')" \
    "known 0: refreshed 0, new 2, shut out 0
aylin mia "
enter mia Demo-mia
is "signed in" "$status" 303
page /signon/me
is "with name and language" "$(shows 'Mia Keller') $(shows 'lang="de"')" \
    "yes yes"
enter david Demo-david
is "a shut account is told to who knows the password" "$status $(alert)" \
    "403 Your password is right, but your account is shut in the staff\
 directory. Please ask your administrator."

# Kerberos: Apache knows who it is by a ticket, and Dossier takes its word.
kerberos() {
	$python "$dir/domain.py" domain exportkeytab "$dir/keytab" \
	    --principal=HTTP/dossier.ad.example.org \
	    --configfile="$t/etc/smb.conf" >"$dir/keytab.log" 2>&1
	cat >"$dir/krb5.conf" <<-END
	[libdefaults]
		default_realm = AD.EXAMPLE.ORG
		dns_lookup_kdc = false
		dns_canonicalize_hostname = false
	[realms]
		AD.EXAMPLE.ORG = {
			kdc = 127.0.0.1
		}
	[domain_realm]
		.ad.example.org = AD.EXAMPLE.ORG
	END
	export KRB5_CONFIG="$dir/krb5.conf" KRB5CCNAME="FILE:$dir/tickets"
	export KRB5RCACHENAME="file2:$dir/replays"
	web=http://dossier.ad.example.org:8080
	sed "s|^base_url = .*|base_url = $web|
	/^\[directory\]/i\\
[serve]\\
remote_user = yes\\
remote_user_strip = @AD.EXAMPLE.ORG\\
sockets = $dir\\
sendfile = x-sendfile" "$dir/ad" >"$dir/kerberos"
	{
		for m in mpm_event authn_core authz_core authz_user \
		    auth_gssapi alias headers proxy proxy_fcgi reqtimeout \
		    setenvif xsendfile; do
			printf 'LoadModule %s_module ' "$m"
			echo "/usr/lib/apache2/modules/mod_$m.so"
		done
		printf 'ServerRoot %s\nDefaultRuntimeDir %s\n' "$dir" "$dir"
		printf 'PidFile %s/apache.pid\nErrorLog %s/apache.log\n' \
		    "$dir" "$dir"
		printf 'ServerName dossier.ad.example.org\nListen 8080\n'
		conf=$dir/kerberos dossier web apache --whole \
		    --from "$top_srcdir/etc" | sed '/<\/VirtualHost>/d'
		conf=$dir/kerberos dossier web apache --signon \
		    --from "$top_srcdir/etc" | sed \
		    "/AuthType Basic/,/BindPassword/d; s|#\(AuthType\)|\1|
		    s|#\(AuthName\)|\1|; s|#\(Gssapi.*:\).*|\1$dir/keytab|"
		echo '</VirtualHost>'
	} >"$dir/apache.conf"
	# Neither Apache nor Dossier serves as root, which one is in here.
	for p in signon casework; do
		unshare -U --map-user=1000 --map-group=1000 \
		    "$top_builddir/dossier-$p" --conf "$dir/kerberos" \
		    --socket "$dir/$p.sock" 2>"$dir/$p.log" &
		served="$served $!"
	done
	unshare -U --map-user=1000 --map-group=1000 \
	    apache2 -f "$dir/apache.conf" -DFOREGROUND &
	served="$served $!"
	tries=0
	until curl -s -o /dev/null "$web/health" || [ $tries -ge 100 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
}
negotiate() {	# PATH [OPTIONS]
	path=$1; shift
	status=$(curl -s --negotiate -u : -o "$dir/reply" -w '%{http_code}' \
	    -b "$dir/jar" -c "$dir/jar" "$@" "$web$path")
}
if command -v kinit >/dev/null && command -v curl >/dev/null &&
    [ -e /usr/lib/apache2/modules/mod_auth_gssapi.so ]; then
	kerberos
	negotiate /signon
	is "without a ticket nobody comes to the sign-on" "$status" 401
	printf Demo-mia | kinit mia >/dev/null
	negotiate /signon
	is "with a ticket" "$status $(shows 'Go on as Mia Keller')" "200 yes"
	negotiate /signon/remote -H "Origin: $web" \
	    --data-urlencode "remote=$(sed -n \
	    's/.*name="remote" value="\([^"]*\)".*/\1/p' "$dir/reply")"
	is "no password was typed" "$status" 303
	negotiate /signon/me
	is "and it is her" "$status $(shows 'Mia Keller')" "200 yes"
	printf Demo-petra | kinit petra >/dev/null
	negotiate /signon
	is "another ticket ends it" "$status $(shows 'Go on as petra')" \
	    "200 yes"
else
	is "Kerberos # SKIP no kinit, curl or mod_auth_gssapi" '' ''
fi
clock=$(($(date +%s) + 1))
before=$(sql "SELECT directory_id FROM staff WHERE login = 'mia'")
cat >"$dir/rename" <<END
dn: CN=mia,CN=Users,DC=ad,DC=example,DC=org
changetype: modrdn
newrdn: CN=frei
deleteoldrdn: 1

dn: CN=frei,CN=Users,DC=ad,DC=example,DC=org
changetype: modify
replace: sAMAccountName
sAMAccountName: mfrei
-
replace: displayName
displayName: Mia Frei
END
LDAPTLS_CACERT=$t/private/tls/ca.pem ldapmodify -x -H \
    ldaps://dc1.ad.example.org -D administrator@ad.example.org \
    -w Demo-Administrator -f "$dir/rename" >/dev/null
is "a new name of the same person" "$(dossier directory sync --live
    sql "SELECT directory_id = '$before', name FROM staff
    JOIN person ON id = person WHERE login = 'mfrei'")" \
    "known 1: refreshed 1, new 0, shut out 0
1	Mia Frei"
printf 'dn: %s\nchangetype: modify\ndelete: member\nmember: %s\n' \
    'CN=Front Desk,CN=Users,DC=ad,DC=example,DC=org' \
    'CN=frei,CN=Users,DC=ad,DC=example,DC=org' |
    LDAPTLS_CACERT=$t/private/tls/ca.pem ldapmodify -x -H \
    ldaps://dc1.ad.example.org -D administrator@ad.example.org \
    -w Demo-Administrator >/dev/null
dossier directory sync --live >/dev/null
page /signon/me
is "out of the group is out of the house" "$status" 401
[ -z "${DOSSIER_KEEP-}" ] || cp -r "$dir" "$DOSSIER_KEEP"
done_testing
