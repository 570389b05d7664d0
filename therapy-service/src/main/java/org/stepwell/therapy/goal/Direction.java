package org.stepwell.therapy.goal;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something is going. */
@Schema(name = "GoalDirection")
enum Direction {
    BETTER(1),
    STEADY(0),
    WORSE(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    static Direction of(double sign) {
        return sign > 0 ? BETTER : sign < 0 ? WORSE : STEADY;
    }

    /** Where most of what is known goes; nothing where nothing is known. */
    static @Nullable Direction ofMost(List<Mover> movers) {
        var known =
                movers.stream().map(Mover::direction).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : of(known.stream().mapToInt(direction -> direction.sign).sum());
    }
}
