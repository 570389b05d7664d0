package org.stepwell.aftercare.plan;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way by which somebody may be asked how they are, where they agreed to it. */
@Schema(name = "AftercareChannel")
public enum Channel {
    PHONE,
    TEXT_MESSAGE,
    EMAIL,
    PORTAL,
    POST;

    static String joined(Set<Channel> channels) {
        return channels.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static @Nullable Set<Channel> read(@Nullable String joined) {
        if (joined == null) {
            return null;
        }
        var found = EnumSet.noneOf(Channel.class);
        for (var name : joined.split(",", -1)) {
            if (!name.isEmpty()) {
                found.add(Channel.valueOf(name));
            }
        }
        return found;
    }
}
