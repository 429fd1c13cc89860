package org.gradle.internal.installation.beacon;

/** Gradle is installed where the jar of this class lies. */
public final class InstallationBeacon {

  private InstallationBeacon() {}
}
