package dev.jacquard.worker.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
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
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;
import org.jspecify.annotations.Nullable;

/**
 * An authority that signs the certificates of a run (RFC 5280; ECDSA on P-256). Who keeps its two
 * texts can sign again, for another address, and is believed by whoever believed it before.
 * Immutable.
 */
public final class RunAuthority {

  private static final X500Name NAME = new X500Name("CN=Jacquard workers");
  private static final Duration LIFE = Duration.ofDays(365);
  // For clocks that are slow.
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final X509CertificateHolder certificate;
  private final PrivateKey key;

  private RunAuthority(X509CertificateHolder certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** Makes one that is good for a year. */
  public static RunAuthority make() {
    try {
      KeyPair keys = keys();
      X509v3CertificateBuilder builder = builder(NAME, keys);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      return new RunAuthority(signed(builder, keys.getPrivate()), keys.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("Every JDK has ECDSA on P-256.", e);
    }
  }

  /**
   * Returns the one whose texts have been kept.
   *
   * @param certificate what {@link #certificate} has returned
   * @param key what {@link #key} has returned
   * @throws IllegalArgumentException if they are something else
   */
  public static RunAuthority of(String certificate, String key) {
    Object first = parsed(certificate);
    Object second = parsed(key);
    if (first instanceof X509CertificateHolder holder && second instanceof PrivateKeyInfo info) {
      try {
        return new RunAuthority(holder, new JcaPEMKeyConverter().getPrivateKey(info));
      } catch (PEMException e) {
        throw new IllegalArgumentException("The key of an authority cannot be used.", e);
      }
    }
    throw new IllegalArgumentException(
        "An authority must be a certificate and a private key, as PEM.");
  }

  private static @Nullable Object parsed(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject();
    } catch (IOException e) {
      throw new IllegalArgumentException("An authority must be kept as PEM; found " + e, e);
    }
  }

  /** Its certificate, as PEM. */
  public String certificate() {
    return pem(certificate);
  }

  /** Its private key, as PEM; nobody's to read. */
  public String key() {
    try {
      return pem(new JcaPKCS8Generator(key, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is good at a time. */
  public boolean isGoodAt(Instant time) {
    return certificate.isValidOn(Date.from(time));
  }

  /** Writes its certificate, and those of both ends with their keys, which are new. */
  void issue(Path folder, List<String> hosts) throws IOException {
    try {
      issue(folder, TlsFolder.GATEWAY, KeyPurposeId.id_kp_serverAuth, hosts);
      issue(folder, TlsFolder.WORKER, KeyPurposeId.id_kp_clientAuth, List.of());
      // Last: its being there says that all are.
      Files.writeString(folder.resolve(TlsFolder.AUTHORITY), certificate(), UTF_8);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("Every JDK has ECDSA on P-256.", e);
    }
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private void issue(Path folder, String name, KeyPurposeId purpose, List<String> hosts)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPair keys = keys();
    X509v3CertificateBuilder builder = builder(new X500Name("CN=Jacquard " + name), keys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    if (!hosts.isEmpty()) {
      GeneralName[] names = hosts.stream().map(RunAuthority::name).toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    Path file = folder.resolve(TlsFolder.key(name));
    Files.deleteIfExists(file);
    Files.createFile(file, forOwner());
    Files.writeString(file, pem(new JcaPKCS8Generator(keys.getPrivate(), null)), UTF_8);
    Files.writeString(
        folder.resolve(TlsFolder.certificate(name)), pem(signed(builder, key)), UTF_8);
  }

  private static GeneralName name(String host) {
    return new GeneralName(
        IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        NAME,
        new BigInteger(120, RANDOM),
        Date.from(now.minus(BEFORE)),
        Date.from(now.plus(LIFE)),
        subject,
        keys.getPublic());
  }

  private static X509CertificateHolder signed(X509v3CertificateBuilder builder, PrivateKey by)
      throws OperatorCreationException {
    return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by));
  }

  private static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
