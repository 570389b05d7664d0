package org.stepwell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which port each door has; nothing is started while one of them belongs to somebody else. */
public record Ports(Map<Door, Integer> numbers) {
    private static final int LARGEST = 65_535;

    /** The usual ports, each moved by its setting. */
    static Ports fromSettings(Map<String, String> environment) {
        var numbers = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            numbers.put(door, number(door, environment.get(door.setting())));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody uses at this moment. */
    static Ports free() {
        var held = new ArrayList<ServerSocket>();
        try {
            var numbers = new EnumMap<Door, Integer>(Door.class);
            for (var door : Door.values()) {
                // All are held until the last is drawn, so that no two doors get the same.
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                numbers.put(door, socket.getLocalPort());
            }
            return new Ports(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** The port of a door. */
    public int of(Door door) {
        return Optional.ofNullable(numbers.get(door)).orElseThrow();
    }

    /** One sentence for each door whose port is taken or given twice, naming the setting that moves it. */
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        var seen = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            var port = of(door);
            if (seen.containsValue(port)) {
                complaints.add(
                        "Port %d is given to two doors; set %s to another port.".formatted(port, door.setting()));
            } else if (isTaken(port)) {
                complaints.add("Port %d (%s) is taken by another program; free it, or set %s to another port."
                        .formatted(port, door.who(), door.setting()));
            }
            seen.put(door, port);
        }
        return complaints;
    }

    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int number(Door door, @Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return door.usual();
        }
        try {
            var port = Integer.parseInt(setting.strip());
            if (port >= 1 && port <= LARGEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same advice as a number out of range.
        }
        throw new Trouble(
                "%s must be a port number from 1 to %d (it is \"%s\").".formatted(door.setting(), LARGEST, setting));
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
