package dev.jacquard.worker.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/** Makes an authority, and certificates that it has signed (RFC 5280; ECDSA on P-256). */
final class RunCertificates {

  private static final X500Name AUTHORITY = new X500Name("CN=Jacquard workers");
  private static final Duration LIFE = Duration.ofDays(365);
  // For clocks that are slow.
  private static final Duration BEFORE = Duration.ofHours(1);

  private final KeyPair authority;
  private final SecureRandom random = new SecureRandom();

  private RunCertificates() throws GeneralSecurityException {
    authority = keys();
  }

  static void write(Path folder, List<String> hosts) throws IOException {
    try {
      RunCertificates made = new RunCertificates();
      made.issue(folder, TlsFolder.GATEWAY, KeyPurposeId.id_kp_serverAuth, hosts);
      made.issue(folder, TlsFolder.WORKER, KeyPurposeId.id_kp_clientAuth, List.of());
      // Last: its being there says that all are.
      Files.writeString(folder.resolve(TlsFolder.AUTHORITY), pem(made.authority()), UTF_8);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("Every JDK has ECDSA on P-256.", e);
    }
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509CertificateHolder authority() throws CertIOException, OperatorCreationException {
    X509v3CertificateBuilder builder = builder(AUTHORITY, authority);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    return signed(builder);
  }

  private void issue(Path folder, String name, KeyPurposeId purpose, List<String> hosts)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPair keys = keys();
    X509v3CertificateBuilder builder = builder(new X500Name("CN=Jacquard " + name), keys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    if (!hosts.isEmpty()) {
      GeneralName[] names = hosts.stream().map(RunCertificates::name).toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    Path key = folder.resolve(TlsFolder.key(name));
    Files.deleteIfExists(key);
    Files.createFile(key, forOwner());
    Files.writeString(key, pem(new JcaPKCS8Generator(keys.getPrivate(), null)), UTF_8);
    Files.writeString(folder.resolve(TlsFolder.certificate(name)), pem(signed(builder)), UTF_8);
  }

  private static GeneralName name(String host) {
    return new GeneralName(
        IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        AUTHORITY,
        new BigInteger(120, random),
        Date.from(now.minus(BEFORE)),
        Date.from(now.plus(LIFE)),
        subject,
        keys.getPublic());
  }

  private X509CertificateHolder signed(X509v3CertificateBuilder builder)
      throws OperatorCreationException {
    return builder.build(
        new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()));
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }

  private static FileAttribute<?>[] forOwner() {
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
        : new FileAttribute<?>[0];
  }
}
