/** When a patient can not come, and with whom they are never together. */
@NullMarked
package org.stepwell.scheduling.availability;

import org.jspecify.annotations.NullMarked;
