package org.facerepro.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar carries. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"facerepro " + (version == null ? "(unpackaged)" : version)};
  }
}
