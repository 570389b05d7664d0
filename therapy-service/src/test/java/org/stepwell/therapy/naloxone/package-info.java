@NullMarked
package org.stepwell.therapy.naloxone;

import org.jspecify.annotations.NullMarked;
