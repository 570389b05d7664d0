/** What is arranged for a patient after an episode: a draft while discharge is planned, active from the last day. */
@NullMarked
package org.stepwell.aftercare.plan;

import org.jspecify.annotations.NullMarked;
