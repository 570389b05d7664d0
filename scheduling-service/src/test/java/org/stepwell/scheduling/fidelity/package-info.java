/** The patient's week held against the rule set in force that week. */
@NullMarked
package org.stepwell.scheduling.fidelity;

import org.jspecify.annotations.NullMarked;
