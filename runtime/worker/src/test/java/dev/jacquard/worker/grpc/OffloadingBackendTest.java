package dev.jacquard.worker.grpc;

/** The same, with every value in a file of its own. */
class OffloadingBackendTest extends GatewayBackendTest {

  @Override
  long offloadAbove() {
    return 1;
  }
}
