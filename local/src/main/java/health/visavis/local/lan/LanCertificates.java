package health.visavis.local.lan;

import health.visavis.kernel.Algorithms;
import health.visavis.local.keystore.KeyFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of this installation, and the server's certificate from it.
///
/// A phone that trusts the authority must not have to trust whoever steals its key: name constraints hold it to
/// private addresses, `localhost` and, in a network that uses no private ones, the very addresses of this
/// machine. It can vouch for no site of the internet.
public final class LanCertificates {

    public static final String ALIAS = "visavis";

    private static final String SERVER = "lan-server.p12";
    private static final String PASSWORD = "lan-certificates.password";
    private static final Duration AUTHORITY_VALID = Duration.ofDays(3650);
    /// Phones refuse more than 825 days.
    private static final Duration SERVER_VALID = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private static final List<byte[]> PRIVATE_NETWORKS = List.of(
            new byte[] {10, 0, 0, 0, -1, 0, 0, 0},
            new byte[] {(byte) 172, 16, 0, 0, -1, (byte) 240, 0, 0},
            new byte[] {(byte) 192, (byte) 168, 0, 0, -1, -1, 0, 0},
            new byte[] {(byte) 169, (byte) 254, 0, 0, -1, -1, 0, 0},
            new byte[] {127, 0, 0, 0, -1, 0, 0, 0});

    private final KeyFolder keys;
    private final Clock clock;
    private final List<InetAddress> addresses;
    private final String authority;
    private final SecureRandom random = new SecureRandom();

    public LanCertificates(KeyFolder keys, Clock clock, List<InetAddress> addresses) {
        this.keys = keys;
        this.clock = clock;
        this.addresses = List.copyOf(addresses);
        this.authority = "lan-authority"
                + unusual().map(address -> "-" + address.getHostAddress()).collect(Collectors.joining())
                + ".p12";
    }

    public X509Certificate authority() {
        return (X509Certificate) authorityEntry().getCertificate();
    }

    /// The certificate for the addresses and `localhost`; made anew when they changed or it is about to expire.
    public ServerCertificate server() {
        var file = new ServerCertificate(keys.file(SERVER), password(), keys.passwordReference(PASSWORD), ALIAS);
        if (!keys.has(SERVER) || !serves(entry(SERVER))) {
            keys.write(SERVER, issue(addresses));
        }
        return file;
    }

    /// The authority, the server's chain and its key as `edge-authority.pem`, `edge-server.pem` and `edge-server.key`
    /// in the key folder, for programs that read no PKCS #12.
    public void writePem() {
        server();
        var entry = entry(SERVER);
        try {
            var chain = new StringBuilder();
            for (var certificate : entry.getCertificateChain()) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            keys.write(
                    "edge-authority.pem", bytes(pem("CERTIFICATE", authority().getEncoded())));
            keys.write("edge-server.pem", bytes(chain.toString()));
            keys.write(
                    "edge-server.key",
                    bytes(pem("PRIVATE KEY", entry.getPrivateKey().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the server's certificate can not be written down", e);
        }
    }

    private static String pem(String what, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static byte[] bytes(String pem) {
        return pem.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean serves(KeyStore.PrivateKeyEntry entry) {
        try {
            var certificate = (X509Certificate) entry.getCertificate();
            certificate.verify(authority().getPublicKey());
            var lasts = clock.instant()
                    .plus(RENEWED_BEFORE)
                    .isBefore(certificate.getNotAfter().toInstant());
            return lasts && names(certificate).containsAll(literals(addresses));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<String> names(X509Certificate certificate) throws GeneralSecurityException {
        var names = new HashSet<String>();
        for (var name : Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of())) {
            names.add(String.valueOf(name.get(1)));
        }
        return names;
    }

    private static Set<String> literals(List<InetAddress> addresses) {
        var literals = new HashSet<>(Set.of("localhost", "127.0.0.1"));
        addresses.forEach(address -> literals.add(address.getHostAddress()));
        return literals;
    }

    byte[] issue(List<InetAddress> addresses) {
        try {
            var issuing = authorityEntry();
            var issuer = (X509Certificate) issuing.getCertificate();
            var pair = newPair();
            var builder = builder(
                    X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                    "Visavis on this network",
                    pair,
                    SERVER_VALID);
            var names = new ArrayList<GeneralName>();
            for (var literal : literals(addresses)) {
                names.add(new GeneralName(
                        literal.equals("localhost") ? GeneralName.dNSName : GeneralName.iPAddress, literal));
            }
            var tools = new JcaX509ExtensionUtils();
            builder.addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(names.toArray(GeneralName[]::new)))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.authorityKeyIdentifier, false, tools.createAuthorityKeyIdentifier(issuer))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, tools.createSubjectKeyIdentifier(pair.getPublic()));
            return stored(pair.getPrivate(), signed(builder, issuing.getPrivateKey()), issuer);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("the server's certificate can not be made", e);
        }
    }

    private KeyStore.PrivateKeyEntry authorityEntry() {
        if (!keys.has(authority)) {
            keys.write(authority, newAuthority());
        }
        return entry(authority);
    }

    private byte[] newAuthority() {
        try {
            var pair = newPair();
            var name = "Visavis local network " + Integer.toHexString(random.nextInt());
            var builder = builder(new X500Name("CN=" + name), name, pair, AUTHORITY_VALID);
            var permitted = new ArrayList<GeneralSubtree>();
            PRIVATE_NETWORKS.forEach(network -> permitted.add(
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(network)))));
            unusual()
                    .forEach(address -> permitted.add(new GeneralSubtree(
                            new GeneralName(GeneralName.iPAddress, new DEROctetString(alone(address))))));
            permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.nameConstraints,
                            true,
                            new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return stored(pair.getPrivate(), signed(builder, pair.getPrivate()));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("the certificate authority can not be made", e);
        }
    }

    private Stream<InetAddress> unusual() {
        return addresses.stream().filter(address -> !address.isSiteLocalAddress());
    }

    /// The subtree that holds one address only.
    private static byte[] alone(InetAddress address) {
        var subtree = Arrays.copyOf(address.getAddress(), 8);
        Arrays.fill(subtree, 4, 8, (byte) 0xff);
        return subtree;
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, String name, KeyPair pair, Duration valid) {
        var now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, random).setBit(119),
                // A phone's clock may be behind.
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(valid)),
                new X500Name("CN=" + name),
                pair.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        var generator = Algorithms.inUse().keyPairGenerator("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private byte[] stored(PrivateKey key, Certificate... chain) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, password().toCharArray(), chain);
        var content = new ByteArrayOutputStream();
        store.store(content, password().toCharArray());
        return content.toByteArray();
    }

    private KeyStore.PrivateKeyEntry entry(String file) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keys.read(file)), password().toCharArray());
            return (KeyStore.PrivateKeyEntry) store.getEntry(
                    ALIAS, new KeyStore.PasswordProtection(password().toCharArray()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(file + " in the key folder can not be read", e);
        }
    }

    private String password() {
        return keys.password(PASSWORD);
    }
}
