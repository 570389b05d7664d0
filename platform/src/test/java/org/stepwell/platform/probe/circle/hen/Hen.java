package org.stepwell.platform.probe.circle.hen;

import org.jspecify.annotations.Nullable;
import org.stepwell.platform.probe.circle.egg.Egg;

/** One half of a circle, so that we know the rule against circles bites. */
public record Hen(@Nullable Egg from) {}
