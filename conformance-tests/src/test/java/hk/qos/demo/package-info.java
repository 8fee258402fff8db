@NullMarked
package hk.qos.demo;

import org.jspecify.annotations.NullMarked;
