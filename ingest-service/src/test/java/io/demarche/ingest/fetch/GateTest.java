package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    /** Names whose owners point them inside. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("localhost", List.of("127.0.0.1")),
            Map.entry("news.example", List.of("93.184.215.14")),
            Map.entry("sixth.example", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c")),
            Map.entry("loopback.example", List.of("127.0.0.1")),
            Map.entry("loopback6.example", List.of("::1")),
            Map.entry("private.example", List.of("10.0.0.7")),
            Map.entry("mixed.example", List.of("93.184.215.14", "192.168.1.1")),
            Map.entry("mapped.example", List.of("::ffff:169.254.169.254")),
            Map.entry("metadata.google.internal", List.of("169.254.169.254")),
            Map.entry("127.0.0.1.nip.io", List.of("127.0.0.1")),
            Map.entry("nat64.example", List.of("64:ff9b::7f00:1")),
            Map.entry("ula.example", List.of("fd00:ec2::254")),
            Map.entry("kubernetes.default.svc", List.of("100.64.0.1")),
            Map.entry("elsewhere.example", List.of("0.0.0.0")));

    private final Gate gate = new Gate(GateTest::lookUp, List.of("feeds.internal"), Set.of(80, 443));

    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        List<InetAddress> found = new ArrayList<>();
        for (String address : NAMES.getOrDefault(host, List.of())) {
            found.add(InetAddress.getByName(address));
        }
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Other schemes
                "file:///etc/passwd",
                "ftp://news.example/",
                "gopher://127.0.0.1:6379/_INFO",
                "jar:http://news.example!/",
                "dict://127.0.0.1:11211/stats",
                "ldap://127.0.0.1/",
                "data:text/html,x",
                "javascript:alert(1)",
                "//127.0.0.1/",
                "http:127.0.0.1/",
                "http:///etc",
                "",
                // Loopback and this network, in every notation
                "http://127.0.0.1/",
                "http://127.0.0.1:80/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.255.255.254/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://0x7f.1/",
                "http://127.0.0.0x1/",
                "http://00000177.0.0.01/",
                "http://127.0.0.1./",
                "http://127.0.0.256/",
                "http://0/",
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://loopback.example/",
                "http://127.0.0.1.nip.io/",
                // Private, link-local, metadata, NAT, reserved
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2852039166/",
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://kubernetes.default.svc/",
                "http://private.example/",
                "http://mixed.example/",
                "http://elsewhere.example/",
                // IPv6
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::]/",
                "http://[::127.0.0.1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:ffff:169.254.169.254]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[64:ff9b::127.0.0.1]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[100::1]/",
                "http://[v1.x]/",
                "http://loopback6.example/",
                "http://mapped.example/",
                "http://nat64.example/",
                "http://ula.example/",
                // Addresses that two parsers read in two ways
                "http://news.example@127.0.0.1/",
                "http://127.0.0.1@news.example/",
                "http://news.example:80@127.0.0.1/",
                "http://news.example\\@127.0.0.1/",
                "http://127.0.0.1\\news.example/",
                "http://news.example%2f@127.0.0.1/",
                "http://127.0.0.1%00.news.example/",
                "http://127.0.0.1%09/",
                "http://news.example\u0000.internal/",
                "http://news .example/",
                "http://news.example\r\nX: y/",
                "http://-news.example/",
                "http://news..example/",
                // Ports
                "http://news.example:22/",
                "http://news.example:6379/",
                "http://news.example:0/",
                "http://news.example:65536/",
                "http://news.example:80x/",
                "http://news.example:-80/",
                "https://news.example:8443/"
            })
    void asksNobodyInside(String address) {
        assertThatThrownBy(() -> gate.admit(Target.of(address)))
                .asInstanceOf(type(FetchException.class))
                .satisfies(refusal ->
                        assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(FetchException.Kind.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example/",
                "HTTPS://News.Example/a?b=c#d",
                "http://news.example:443/",
                "http://news.example./",
                "http://sixth.example/",
                "http://93.184.215.14/",
                "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "https://11.0.0.1/",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://169.253.0.1/"
            })
    void asksTheInternet(String address) {
        assertThat(Addresses.isPublic(gate.admit(Target.of(address)))).isTrue();
    }

    @Test
    void saysWhenAHostIsNotKnown() {
        assertThatThrownBy(() -> gate.admit(Target.of("http://nobody.example/")))
                .asInstanceOf(type(FetchException.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FetchException.Kind.FAILED));
    }

    @Test
    void anAllowedHostMayBeInsideAtAnyPort() throws UnknownHostException {
        Gate open = new Gate(
                host -> List.of(InetAddress.getByName("10.1.2.3")), List.of("Feeds.Internal", "::1"), Set.of(80));
        assertThat(open.admit(Target.of("http://feeds.internal:8080/rss")).getHostAddress())
                .isEqualTo("10.1.2.3");
        assertThatThrownBy(() -> open.admit(Target.of("http://other.internal/")))
                .isInstanceOf(FetchException.class);
    }

    /** A name that answers with a public address first and an inner one next is looked up once for each request. */
    @Test
    void looksUpOnce() {
        List<String> asked = new ArrayList<>();
        Gate rebound = new Gate(
                host -> {
                    asked.add(host);
                    return List.of(InetAddress.getByName(asked.size() == 1 ? "93.184.215.14" : "127.0.0.1"));
                },
                List.of(),
                Set.of(80, 443));
        assertThat(rebound.admit(Target.of("http://rebind.example/")).getHostAddress())
                .isEqualTo("93.184.215.14");
        assertThat(asked).hasSize(1);
        assertThatThrownBy(() -> rebound.admit(Target.of("http://rebind.example/")))
                .isInstanceOf(FetchException.class);
    }
}
