/** Tests of groups that meet by a link. */
@NullMarked
package org.stepwell.scheduling.telehealth;

import org.jspecify.annotations.NullMarked;
