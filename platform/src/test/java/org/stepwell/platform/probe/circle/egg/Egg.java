package org.stepwell.platform.probe.circle.egg;

import org.jspecify.annotations.Nullable;
import org.stepwell.platform.probe.circle.hen.Hen;

/** One half of a circle, so that we know the rule against circles bites. */
public record Egg(@Nullable Hen from) {}
