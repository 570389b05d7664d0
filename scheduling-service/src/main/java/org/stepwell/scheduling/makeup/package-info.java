/** What restores a week that lacks something: proposals, and taking one of them. */
@NullMarked
package org.stepwell.scheduling.makeup;

import org.jspecify.annotations.NullMarked;
