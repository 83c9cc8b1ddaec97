#!/bin/sh
# The guest's first process: devices, modules, udev, a data folder at /data, the agent.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 NO_COLOR=1
mount -t proc proc /proc
mount -t sysfs sys /sys
read up rest </proc/uptime && echo "LAB kernel started after $up s"
mount -t devtmpfs dev /dev 2>/dev/null
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mkdir -p /run/udev /run/lock

for module in virtio_pci virtio_rng virtio_net virtio_blk 9pnet_virtio 9p xhci_pci usb_storage; do
  modprobe $module || echo "LAB modprobe $module failed"
done
# Without a running udevd the USB events of Node's `usb` never come, and nothing says so.
/lib/systemd/systemd-udevd --daemon --resolve-names=never
udevadm trigger --action=add --subsystem-match=usb --subsystem-match=block
udevadm settle --timeout=60

read up rest </proc/uptime && echo "LAB devices there after $up s"

ip link set lo up
ip addr add 10.0.2.15/24 dev eth0
ip link set eth0 up
ip route add default via 10.0.2.2

shared=trans=virtio,version=9p2000.L,msize=512000,cache=none,ro
mount -t 9p -o $shared cards /cards || echo "LAB the cards could not be mounted"
mount -t ext4 /dev/vda /data || echo "LAB the data folder could not be mounted"

ln -s /docket/node_modules/.bin/node /usr/local/bin/node
ln -s /docket/scripts/docket /usr/local/bin/docket
read up rest </proc/uptime && echo "LAB starting the agent after $up s"
export UV_THREADPOOL_SIZE=16
node /docket/test/labs/usb/agent.mjs
echo "LAB the agent ended with $?"
poweroff -f
