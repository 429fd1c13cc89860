package dev.jacquard.cli;

import java.net.InetSocketAddress;

/**
 * {@code HOST:PORT} as a person writes it.
 *
 * @param host a name or an address; an IPv6 address in brackets
 * @param port from 1 to 65535
 */
record GatewayAddress(String host, int port) {

  private static final int LAST_PORT = 65_535;

  /**
   * Reads an address.
   *
   * @param option which it was given to
   */
  static GatewayAddress parse(String option, String text) {
    int colon = text.lastIndexOf(':');
    if (colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (port >= 1 && port <= LAST_PORT) {
        return new GatewayAddress(text.substring(0, colon), port);
      }
    }
    throw new UsageException(
        option + " must be HOST:PORT, as in 10.0.0.5:7400; found " + text + ".");
  }

  /** Looks the host up. */
  InetSocketAddress resolved(String option) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UsageException(option + " must name a host that is known; found " + host + ".");
    }
    return address;
  }
}
