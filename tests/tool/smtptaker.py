# SPDX-License-Identifier: MIT
"""The other end of mail, by aiosmtpd, and what came there, by Python's own
parser.

    smtptaker.py serve FOLDER [CERTIFICATE KEY]
        Takes mail on this machine, each into a file of FOLDER, and writes the
        port to FOLDER/port: that of FOLDER/last, where it was there before. What stands in FOLDER/say is its answer to the
        next addresses: "451 4.7.1 Later", or "hang". With a certificate it
        takes mail over TLS alone.
    smtptaker.py show FOLDER
        Takes them out: "name: value" a line, the text, and a line "----".

It ends after two minutes at the latest.
"""
import asyncio
import email
import email.policy
import email.utils
import os
import ssl
import sys
import time

folder = sys.argv[2]


def said():
    try:
        with open(folder + "/say") as f:
            return f.read().strip()
    except FileNotFoundError:
        return ""


class Taker:
    n = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        words = said()
        if words == "hang":
            await asyncio.sleep(60)
        if words and words != "slow":
            return words
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if said() == "slow":
            await asyncio.sleep(0.5)
        Taker.n += 1
        name = "%s/%04d" % (folder, Taker.n)
        with open(name + ".part", "wb") as f:
            f.write(("X-Taken: from %s to %s tls %s\r\n" % (
                envelope.mail_from, " ".join(envelope.rcpt_tos),
                "yes" if session.ssl else "no")).encode())
            f.write(envelope.content)
        os.rename(name + ".part", name + ".eml")
        return "250 OK"


def serve():
    from aiosmtpd.smtp import SMTP

    context = None
    if len(sys.argv) > 4:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[3], sys.argv[4])
    Taker.n = int(time.time()) % 100000 * 100
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    server = loop.run_until_complete(loop.create_server(
        lambda: SMTP(Taker(), tls_context=context, loop=loop,
                     require_starttls=context is not None,
                     hostname="mail.example.org"),
        "127.0.0.1", port()))
    for name in ("/last", "/port"):
        with open(folder + "/part", "w") as f:
            f.write(str(server.sockets[0].getsockname()[1]))
        os.rename(folder + "/part", folder + name)
    loop.call_later(120, loop.stop)
    loop.run_forever()


def port():     # the one that it had before
    try:
        with open(folder + "/last") as f:
            return int(f.read())
    except FileNotFoundError:
        return 0


def show():
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".eml"):
            continue
        with open(folder + "/" + name, "rb") as f:
            m = email.message_from_binary_file(
                f, policy=email.policy.default)
        os.remove(folder + "/" + name)
        for key in ("X-Taken", "From", "To", "Subject", "Message-ID",
                    "Auto-Submitted"):
            print("%s: %s" % (key.lower(), m[key]))
        print("date: %d" % m["Date"].datetime.timestamp())
        print("charset: %s, %s" % (m.get_content_type(),
                                   m.get_content_charset()))
        print("defects: %d" % sum(
            [len(m.defects)] + [len(m[k].defects) for k in m.keys()]))
        print(m.get_content().rstrip("\n"))
        print("----")


{"serve": serve, "show": show}[sys.argv[1]]()
