package health.visavis.local.lan;

import health.visavis.local.CannotStart;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// Where the local network finds this machine.
///
/// @param main the address towards the router
/// @param all every private IPv4 address or, where a network uses none, every other; the main one is among them
public record LanAddresses(InetAddress main, List<InetAddress> all) {

    public LanAddresses {
        all = List.copyOf(all);
    }

    public static LanAddresses ofThisMachine() {
        try {
            var found = NetworkInterface.networkInterfaces()
                    .filter(LanAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                    .sorted((one, other) -> one.getHostAddress().compareTo(other.getHostAddress()))
                    .toList();
            var home = found.stream().filter(InetAddress::isSiteLocalAddress).toList();
            var all = home.isEmpty() ? found : home;
            if (all.isEmpty()) {
                throw new CannotStart(
                        "This machine is in no local network, so --lan has nobody to serve. Connect it to one, "
                                + "or start without --lan.");
            }
            return new LanAddresses(towardsRouter(all), all);
        } catch (IOException e) {
            throw new CannotStart("The addresses of this machine can not be read: " + e.getMessage(), e);
        }
    }

    /// Asks the routing table by "connecting" a datagram socket to a documentation address; nothing is sent.
    private static InetAddress towardsRouter(List<InetAddress> all) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 9));
            return all.contains(socket.getLocalAddress()) ? socket.getLocalAddress() : all.getFirst();
        } catch (java.io.UncheckedIOException noRoute) {
            return all.getFirst();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
